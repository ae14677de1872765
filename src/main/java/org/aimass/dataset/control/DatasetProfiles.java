package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.background.BackgroundTasks;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Writes down what reading a file found. Said twice, it counts once. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class DatasetProfiles {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    BackgroundTasks tasks;

    @Inject
    Event<DatasetProfiled> profiled;

    /**
     * @param profileJson as the engine wrote it
     * @param sandboxed whether there were walls around the engine
     */
    public void accept(UUID versionId, String profileJson, boolean sandboxed) {
        DatasetVersion version = lock(versionId);
        if (version.status() == DatasetStatus.PROFILING) {
            version.profiled(profileJson, template(version));
            survey(version);
            record(version, "dataset.profiled", Map.of("rows", version.rows(), "sandboxed", sandboxed));
            tell(version, true);
        }
    }

    /**
     * @param reason one line, as the engine said it
     * @param faultsJson all that is wrong with the lines, as the engine wrote it
     */
    public void refuse(UUID versionId, String reason, Optional<String> faultsJson) {
        DatasetVersion version = lock(versionId);
        if (version.status() == DatasetStatus.PROFILING) {
            version.refuse(reason, faultsJson.orElse(null));
            record(version, "dataset.refused", Map.of("reason", reason));
            tell(version, false);
        }
    }

    /** @param surveyJson as the engine wrote it; empty when it could not count */
    public void surveyed(UUID versionId, DatasetSchema counted, Optional<String> surveyJson) {
        lock(versionId).surveyed(counted, surveyJson.orElse(null));
    }

    /** The roles that were fixed for the newest version before this one. */
    private Optional<DatasetVersion> template(DatasetVersion version) {
        return em.createQuery(
                        "select v from DatasetVersion v where v.dataset.id = :dataset and v.number < :number"
                                + " and v.status = :ready order by v.number desc",
                        DatasetVersion.class)
                .setParameter("dataset", version.dataset().id())
                .setParameter("number", version.number())
                .setParameter("ready", DatasetStatus.READY)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private void survey(DatasetVersion version) {
        version.demandSurvey();
        tasks.schedule(
                SurveyDataset.NAME,
                version.id() + "." + UUID.randomUUID(),
                version.id().toString());
    }

    private DatasetVersion lock(UUID id) {
        DatasetVersion version = em.find(DatasetVersion.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        return version;
    }

    private void record(DatasetVersion version, String action, Map<String, ?> details) {
        activity.record(
                version.dataset().organizationId(),
                action,
                "dataset_version",
                version.id().toString(),
                details);
    }

    private void tell(DatasetVersion version, boolean ready) {
        profiled.fire(
                new DatasetProfiled(version.id(), version.dataset().organizationId(), version.submitter(), ready));
    }
}
