package org.aimass.processing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.control.Organizations;
import org.aimass.processing.entity.ActivityDescription;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Declares processing activities and their next versions. */
@ApplicationScoped
@Transactional
@Allowed({Role.ORGANIZATION_ADMIN, Role.SYSTEM})
public class ProcessingActivities {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Organizations organizations;

    @Inject
    ModelVersions models;

    @Inject
    ActivityLog log;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** @param controllerOrganizationId who decides why and how the data is processed */
    public ProcessingActivity declare(
            UUID controllerOrganizationId, UUID modelVersionId, ActivityDescription description) {
        demandAdmin(controllerOrganizationId);
        return keep(ProcessingActivity.first(
                organizations.get(controllerOrganizationId), models.get(modelVersionId), description, clock.instant()));
    }

    /** What is declared from now on; earlier uses keep pointing to the version that was in force. */
    public ProcessingActivity change(UUID activityId, UUID modelVersionId, ActivityDescription description) {
        ProcessingActivity current =
                newest("a.activityId = :id", activityId).stream().findFirst().orElseThrow(Refusal::notFound);
        demandAdmin(current.controller().id());
        return keep(current.next(models.get(modelVersionId), description, clock.instant()));
    }

    /** The versions in force of the activities that use a model version, the oldest activity first. */
    @Allowed({Role.AUDITOR, Role.APPROVER, Role.SUBMITTER, Role.ORGANIZATION_ADMIN, Role.SYSTEM})
    public List<ProcessingActivity> using(UUID modelVersionId) {
        ModelVersion model = models.get(modelVersionId);
        return newest("a.modelVersion.id = :id", model.id());
    }

    private List<ProcessingActivity> newest(String which, UUID id) {
        return em.createQuery(
                        "select a from ProcessingActivity a where " + which
                                + " and a.number = (select max(b.number) from ProcessingActivity b"
                                + " where b.activityId = a.activityId) order by a.createdAt, a.id",
                        ProcessingActivity.class)
                .setParameter("id", id)
                .getResultList();
    }

    private ProcessingActivity keep(ProcessingActivity activity) {
        em.persist(activity);
        log.record(
                activity.controller().id(),
                "processing_activity.declared",
                "processing_activity",
                activity.activityId().toString(),
                Map.of("version", activity.number()));
        return activity;
    }

    private void demandAdmin(UUID organizationId) {
        if (!user.has(Role.SYSTEM)) {
            user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        }
    }
}
