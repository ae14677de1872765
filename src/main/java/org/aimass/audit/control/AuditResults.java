package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.AuditSlice;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.GroupCurves;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.RecordedOutcome;
import org.aimass.audit.entity.Review;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.Measurement;
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
        return read(runId, (results, plan) -> results.measurements());
    }

    /**
     * The same without the measurements of other features: a page about one feature reads no more than it shows.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     */
    public CompletedAudit of(UUID runId, int place) {
        return read(runId, (results, plan) -> results.measurements(plan.setAt(place), plan.featureSets()));
    }

    /**
     * How the scores of all rows, then of each group of one feature set, are spread.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     */
    public List<GroupCurves> curves(UUID runId, int place) {
        CompletedAudit audit = of(runId, place);
        int set = audit.plan().setAt(place);
        try {
            return GroupCurves.of(
                    audit,
                    audit.plan().featureSets().get(set),
                    new ResultReader(em.unwrap(Connection.class), runId).scores(set));
        } catch (SQLException e) {
            throw new IllegalStateException("the scores of run " + audit.number() + " could not be read", e);
        }
    }

    /**
     * Which classes rows were taken for: all rows first, then each group of one feature set.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     */
    public AuditOutcome.Answers answers(UUID runId, int place) {
        CompletedAudit audit = of(runId, place);
        try {
            return new ResultReader(em.unwrap(Connection.class), runId)
                    .answers(audit.plan().setAt(place));
        } catch (SQLException e) {
            throw new IllegalStateException("the answers of run " + audit.number() + " could not be read", e);
        }
    }

    /**
     * How the errors of all rows, then of each group of one feature set, are spread, or their places; empty where that was not kept.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     */
    public Optional<Distributions> distributions(UUID runId, int place) {
        CompletedAudit audit = of(runId, place);
        try {
            return new ResultReader(em.unwrap(Connection.class), runId)
                    .distributions(audit.plan().setAt(place));
        } catch (SQLException e) {
            throw new IllegalStateException("how run " + audit.number() + " is spread could not be read", e);
        }
    }

    /**
     * What only some tasks tell: worst snippets or answers, notes about benchmarks, and the error trade-offs of all rows and of each group of one
     * feature set.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     */
    public OutcomeDetails details(UUID runId, int place) {
        CompletedAudit audit = of(runId, place);
        ResultReader reader = new ResultReader(em.unwrap(Connection.class), runId);
        try {
            return new OutcomeDetails(
                    Optional.of(reader.transcripts())
                            .filter(found -> !found.snippets().isEmpty()),
                    Optional.of(reader.answers())
                            .filter(found -> !found.answers().isEmpty()),
                    reader.tradeOffs(audit.plan().setAt(place)),
                    reader.notes());
        } catch (SQLException e) {
            throw new IllegalStateException("the details of run " + audit.number() + " could not be read", e);
        }
    }

    /**
     * One feature set within each slice of what the plan controls for; none where it controls for nothing.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     */
    public List<AuditSlice> slices(UUID runId, int place) {
        CompletedAudit audit = of(runId, place);
        AuditPlan plan = audit.plan();
        if (plan.controlFeatures().isEmpty()) {
            return List.of();
        }
        List<String> features = plan.featureSets().get(plan.setAt(place));
        try {
            List<Measurement> measured = new ResultReader(em.unwrap(Connection.class), runId)
                    .measurements(plan.countedSets().indexOf(plan.withinSlice(features)), plan.countedSets());
            return AuditSlice.of(plan, features, audit.groups(), measured);
        } catch (SQLException e) {
            throw new IllegalStateException("the slices of run " + audit.number() + " could not be read", e);
        }
    }

    private interface Measurements {
        List<Measurement> read(ResultReader results, AuditPlan plan) throws SQLException;
    }

    private CompletedAudit read(UUID runId, Measurements measurements) {
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
                    measurements.read(results, plan),
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
