package org.aimass.audit.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.OutcomeComparison;
import org.aimass.audit.entity.RecordedOutcome;
import org.aimass.audit.entity.Replay;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Which runs repeat which, and whether they found the same. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER, Role.SYSTEM})
public class Replays {

    private static final int MOST_LISTED = 20;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /**
     * A run that repeats another one.
     *
     * @param differences what differs, as far as it is listed
     */
    public record Repeated(
            Replay replay, AuditRun original, AuditRun run, List<OutcomeComparison.Difference> differences) {

        public Repeated {
            differences = List.copyOf(differences);
        }

        /** What measured the first time. */
        public AuditOutcome.Head originalHead() {
            return head(original);
        }

        /** What measured this time; only of a completed run. */
        public AuditOutcome.Head repeatedHead() {
            return head(run);
        }

        private static AuditOutcome.Head head(AuditRun completed) {
            return OutcomeReader.head(
                    completed.outcome().map(RecordedOutcome::head).orElseThrow(Refusal::notFound));
        }

        public boolean isEqual() {
            return replay.isIntact() && replay.near() == 0 && replay.differing() == 0;
        }
    }

    /** What this run repeats; empty for a run that was started from a form. */
    public Optional<Repeated> of(UUID runId) {
        AuditRun run = runs.get(runId);
        return Optional.ofNullable(em.find(Replay.class, runId)).map(replay -> repeated(replay, run));
    }

    /** The runs that repeat this one, the latest first. */
    public List<Repeated> repeating(UUID runId) {
        AuditRun original = runs.get(runId);
        return em.createQuery(
                        "select p, r from Replay p, AuditRun r where p.originalId = :original and r.id = p.runId"
                                + " order by r.queuedAt desc",
                        Object[].class)
                .setParameter("original", original.id())
                .setMaxResults(MOST_LISTED)
                .getResultStream()
                .map(row -> new Repeated((Replay) row[0], original, (AuditRun) row[1], List.of()))
                .toList();
    }

    private Repeated repeated(Replay replay, AuditRun run) {
        List<OutcomeComparison.Difference> differences = new ArrayList<>();
        StrictJson.read(replay.differences())
                .forEach(item -> differences.add(new OutcomeComparison.Difference(
                        item.get(0).textValue(),
                        item.get(1).textValue(),
                        item.get(2).textValue())));
        return new Repeated(replay, runs.get(replay.originalId()), run, differences);
    }

    /**
     * Keeps what a comparison found. Asked twice, the first answer stays.
     *
     * @param found empty where an outcome file was not as it was recorded
     * @throws Refusal NOT_FOUND when the run repeats none
     */
    @Allowed(Role.SYSTEM)
    public void record(UUID runId, Optional<OutcomeComparison> found) {
        Replay replay = Optional.ofNullable(em.find(Replay.class, runId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Refusal::notFound);
        if (replay.comparedAt().isPresent()) {
            return;
        }
        if (found.isPresent()) {
            ArrayNode listed = StrictJson.MAPPER.createArrayNode();
            found.get().differences().forEach(each -> listed.addArray()
                    .add(each.what())
                    .add(each.original())
                    .add(each.repeated()));
            replay.compared(found.get(), StrictJson.write(listed), clock.instant());
        } else {
            replay.notIntact(clock.instant());
        }
        AuditRun run = runs.get(runId);
        activity.record(
                run.organizationId(),
                "audit.replayCompared",
                "audit_run",
                runId.toString(),
                Map.of(
                        "number", run.number(),
                        "intact", replay.isIntact(),
                        "equal", replay.equal(),
                        "near", replay.near(),
                        "differing", replay.differing()));
    }
}
