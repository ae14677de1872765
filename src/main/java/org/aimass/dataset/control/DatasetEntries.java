package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.background.BackgroundTasks;
import org.aimass.database.Duplicate;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.DatasetVersion.DatasetFile;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.organization.entity.Organization;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Writes datasets and versions down: each in one transaction with its activity record and the task that follows. */
@ApplicationScoped
@Transactional
@Allowed(Role.SUBMITTER)
public class DatasetEntries {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    BackgroundTasks tasks;

    @Inject
    Clock clock;

    /** Whether the asker has already made this submission. */
    public boolean isMine(UUID submission) {
        DatasetVersion found = em.find(DatasetVersion.class, submission);
        return found != null && found.submitter().equals(user.requirePerson());
    }

    /** @throws Refusal NOT_FOUND unless the asker submits for the dataset's organization */
    public void demandMaySubmit(UUID datasetId) {
        user.demand(Role.SUBMITTER, dataset(datasetId).organizationId());
    }

    /** @throws Refusal CONFLICT at {@code name} */
    public void demandNameIsFree(UUID organizationId, String name) {
        long count = em.createQuery(
                        "select count(d) from EvaluationDataset d where d.organization.id = :owner and d.name = :name",
                        Long.class)
                .setParameter("owner", organizationId)
                .setParameter("name", name)
                .getSingleResult();
        if (count > 0) {
            throw taken();
        }
    }

    /** Both a new dataset and its first version. */
    public void addDataset(UUID submission, UUID organizationId, String name, String description, DatasetFile file) {
        EvaluationDataset dataset =
                new EvaluationDataset(em.find(Organization.class, organizationId), name, description, clock.instant());
        em.persist(dataset);
        flush();
        add(submission, dataset, 1, file);
    }

    /** The next version of a dataset; it begins with the datasheet of the one before. */
    public void addVersion(UUID submission, UUID datasetId, DatasetFile file) {
        int last = em.createQuery(
                        "select max(v.number) from DatasetVersion v where v.dataset.id = :dataset", Integer.class)
                .setParameter("dataset", datasetId)
                .getSingleResult();
        em.createQuery(
                        "select v from DatasetVersion v where v.dataset.id = :dataset and v.number = :last",
                        DatasetVersion.class)
                .setParameter("dataset", datasetId)
                .setParameter("last", last)
                .getResultStream()
                .findFirst()
                .ifPresent(before ->
                        add(submission, dataset(datasetId), last + 1, file).describe(before.datasheet()));
    }

    private DatasetVersion add(UUID submission, EvaluationDataset dataset, int number, DatasetFile file) {
        DatasetVersion version = new DatasetVersion(
                submission, dataset, number, file, user.requirePerson(), user.displayName(), clock.instant());
        em.persist(version);
        flush();
        activity.record(
                dataset.organizationId(),
                "dataset.submitted",
                "dataset_version",
                submission.toString(),
                Map.of(
                        "dataset",
                        dataset.name(),
                        "version",
                        number,
                        "sha256",
                        file.sha256().hex()));
        tasks.schedule(ProfileDataset.NAME, submission.toString(), submission.toString());
        return version;
    }

    private EvaluationDataset dataset(UUID id) {
        EvaluationDataset found = em.find(EvaluationDataset.class, id);
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Finds out now, not at the commit, whether somebody else was faster. */
    private void flush() {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw Duplicate.isCauseOf(e) ? taken() : e;
        }
    }

    private static Refusal taken() {
        return Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.nameTaken").at("name");
    }
}
