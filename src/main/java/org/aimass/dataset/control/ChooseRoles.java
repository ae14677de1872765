package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.background.BackgroundTasks;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.DatasheetSection;
import org.aimass.dataset.entity.SchemaProblem;
import org.aimass.dataset.entity.Sheet;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Gives a dataset version's columns their final roles. */
@ApplicationScoped
@Transactional
@Allowed(Role.SUBMITTER)
public class ChooseRoles {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    BackgroundTasks tasks;

    /**
     * Fixes the roles, if they fit what the columns hold.
     *
     * @param roles by column; a column that is left out is ignored
     * @return what does not fit; empty when the version is READY
     * @throws Refusal NOT_FOUND when the asker does not submit for the dataset's organization; CONFLICT when the roles are
     *     no longer open, unless they are already these
     */
    public List<SchemaProblem> fix(UUID versionId, Map<String, ColumnRole> roles) {
        DatasetVersion version = em.find(DatasetVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.SUBMITTER, version.dataset().organizationId());
        if (version.status() == DatasetStatus.READY || version.status() == DatasetStatus.PROFILED) {
            return fix(version, ordered(version, roles));
        }
        throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.rolesFixed");
    }

    /**
     * Keeps these roles without fixing them, and has the groups counted that they form; asked again meanwhile, they are counted once.
     *
     * @throws Refusal NOT_FOUND when the asker does not submit for the dataset's organization; CONFLICT when they are fixed
     */
    public void propose(UUID versionId, Map<String, ColumnRole> roles) {
        DatasetVersion version = em.find(DatasetVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.SUBMITTER, version.dataset().organizationId());
        if (version.status() != DatasetStatus.PROFILED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.rolesFixed");
        }
        DatasetSchema schema = ordered(version, roles);
        if (version.isSurveyDue() && version.schema().equals(schema)) {
            return;
        }
        version.propose(schema);
        survey(version);
    }

    /** Has the groups counted of a version that was fixed before they were. */
    public void count(UUID versionId) {
        DatasetVersion version = em.find(DatasetVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.SUBMITTER, version.dataset().organizationId());
        if (version.survey().isEmpty() && version.isRead() && !version.isSurveyDue()) {
            survey(version);
        }
    }

    /**
     * Says anew what the datasheet tells, as long as the roles are not fixed.
     *
     * @throws Refusal INVALID at {@code sheet}; CONFLICT when the version is READY; NOT_FOUND when it is not the asker's
     */
    public void describe(UUID versionId, Sheet<DatasheetSection> datasheet) {
        DatasetVersion version = em.find(DatasetVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.SUBMITTER, version.dataset().organizationId());
        version.describe(SheetTexts.checked(datasheet, "dataset"));
        activity.record(
                version.dataset().organizationId(),
                "dataset.described",
                "dataset_version",
                version.id().toString(),
                Map.of("sections", version.datasheet().sections().size()));
    }

    private void survey(DatasetVersion version) {
        version.demandSurvey();
        tasks.schedule(
                SurveyDataset.NAME,
                version.id() + "." + UUID.randomUUID(),
                version.id().toString());
    }

    private List<SchemaProblem> fix(DatasetVersion version, DatasetSchema schema) {
        if (version.status() == DatasetStatus.READY) {
            if (version.schema().equals(schema)) {
                return List.of();
            }
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.rolesFixed");
        }
        List<SchemaProblem> problems = version.fix(schema);
        if (problems.isEmpty()) {
            if (version.survey().isEmpty()) {
                survey(version);
            }
            activity.record(
                    version.dataset().organizationId(),
                    "dataset.roles.fixed",
                    "dataset_version",
                    version.id().toString(),
                    Map.of("roles", schema.roles()));
        }
        return problems;
    }

    private static DatasetSchema ordered(DatasetVersion version, Map<String, ColumnRole> roles) {
        Map<String, ColumnRole> all = new LinkedHashMap<>();
        for (ColumnProfile column : version.profile().columns()) {
            all.put(column.name(), roles.getOrDefault(column.name(), ColumnRole.IGNORED));
        }
        return new DatasetSchema(all);
    }
}
