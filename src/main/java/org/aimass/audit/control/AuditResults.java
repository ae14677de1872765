package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.RecordedOutcome;
import org.aimass.audit.entity.Review;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** What completed runs found. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER, Role.SYSTEM})
public class AuditResults {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    @Inject
    AuditPolicies policies;

    /** @throws Refusal NOT_FOUND when there is no such run, it is another organization's, or it is not completed */
    public CompletedAudit of(UUID runId) {
        AuditRun run = runs.get(runId);
        RecordedOutcome outcome = run.outcome().orElseThrow(Refusal::notFound);
        AuditPlan plan = PlanJson.read(run.plan());
        ResultReader results = new ResultReader(em.unwrap(Connection.class), runId);
        try {
            return new CompletedAudit(
                    run.id(),
                    run.number(),
                    run.organizationId(),
                    run.subject(),
                    run.author(),
                    plan,
                    run.planDigest(),
                    policies.of(plan),
                    run.attempt().startedAt().orElseThrow(),
                    run.attempt().finishedAt().orElseThrow(),
                    run.attempt().sandboxed().orElseThrow(),
                    OutcomeReader.head(outcome.head()),
                    outcome.sha256(),
                    results.groups(),
                    results.measurements(),
                    results.comparisons(),
                    findings(runId),
                    em.find(Review.class, runId));
        } catch (SQLException e) {
            throw new IllegalStateException("the results of run " + run.number() + " could not be read", e);
        }
    }

    private List<Finding> findings(UUID runId) {
        return em.createQuery("select f from Finding f where f.runId = :run order by f.comparison", Finding.class)
                .setParameter("run", runId)
                .getResultList();
    }
}
