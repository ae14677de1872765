package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.Replay;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.organization.control.Organizations;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Runs a completed audit's frozen plan again, as a run of its own, to see whether it finds the same. */
@ApplicationScoped
@Transactional
@Allowed(Role.AUDITOR)
public class ReplayAudit {

    /** What stands against a repetition too; what else is wrong with an audit was so the first time. */
    private static final Set<String> OWN = Set.of("start.problem.ownModel", "start.problem.ownDataset");

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ModelVersions models;

    @Inject
    DatasetVersions datasets;

    @Inject
    Organizations organizations;

    @Inject
    Numbers numbers;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /**
     * Queues the same plan, with the same digest.
     *
     * @param token of the form; the same form sent again starts nothing, and answers as the first time
     * @return the new run's id
     * @throws Refusal NOT_FOUND unless the asker is an auditor of the run's organization and that organization may still audit model and
     *     dataset; CONFLICT unless the run is completed; INVALID when the asker submitted one of them
     */
    public UUID replay(UUID runId, String token) {
        AuditRun original = em.find(AuditRun.class, runId);
        if (original == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.AUDITOR, original.organizationId());
        if (original.status() != RunStatus.COMPLETED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "replay.problem.notCompleted");
        }
        demandMandate(original);
        UUID intended = UUID.randomUUID();
        StartToken once = new StartToken(em, token, user.requirePerson());
        return once.isFirst(intended) ? queue(original, intended) : once.startedBefore();
    }

    private void demandMandate(AuditRun run) {
        ModelVersion model = models.get(run.subject().modelVersionId());
        DatasetVersion dataset = datasets.get(run.subject().datasetVersionId());
        if (!organizations.mayAudit(run.organizationId(), model.model().organizationId())
                || !organizations.mayAudit(
                        run.organizationId(), dataset.dataset().organizationId())) {
            throw Refusal.notFound();
        }
        for (Refusal problem : AuditFit.of(model, dataset, user.requirePerson()).problems()) {
            if (OWN.contains(problem.key())) {
                throw problem;
            }
        }
    }

    private UUID queue(AuditRun original, UUID id) {
        AuditRun run = new AuditRun(
                id,
                numbers.run(),
                original.organizationId(),
                original.subject().again(),
                original.plan(),
                original.planDigest(),
                new Author(user.requirePerson(), user.displayName()),
                clock.instant());
        em.persist(run);
        em.flush();
        em.persist(new Replay(run.id(), original.id()));
        em.persist(new RunEvent(run.id(), 0, RunEvent.Kind.QUEUED, user.displayName(), clock.instant()));
        activity.record(
                run.organizationId(),
                "audit.replayed",
                "audit_run",
                run.id().toString(),
                Map.of("number", run.number(), "original", original.number()));
        return run.id();
    }
}
