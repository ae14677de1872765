package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Failure;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.RecordedOutcome;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.RunEvent;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/**
 * Ends a running attempt: with everything that was measured and judged, or with the reason why not, in one transaction. Each
 * method answers whether the claim still held; where it did not, nothing was written.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Allowed(Role.SYSTEM)
public class RecordOutcome {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Numbers numbers;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Inject
    Event<RunEnded> endings;

    /** The engine is about to start, in a sandbox or without. */
    public boolean started(Claim claim, boolean sandboxed) {
        Optional<AuditRun> held = held(claim);
        held.ifPresent(run -> {
            run.ranIn(sandboxed);
            em.persist(new RunEvent(run.id(), claim.attempt(), RunEvent.Kind.ENGINE_STARTED, "", clock.instant()));
        });
        return held.isPresent();
    }

    /** What the engine said before it ended. */
    public boolean engineSaid(Claim claim, List<String> lines) {
        Optional<AuditRun> held = held(claim);
        held.ifPresent(run -> {
            for (int i = 0; i < lines.size(); i++) {
                em.createNativeQuery(
                                "insert into audit_engine_line (run_id, attempt, ordinal, line) values (?, ?, ?, ?)")
                        .setParameter(1, run.id())
                        .setParameter(2, claim.attempt())
                        .setParameter(3, i)
                        .setParameter(4, lines.get(i))
                        .executeUpdate();
            }
        });
        return held.isPresent();
    }

    /** The plan's numbers, verdicts and findings; the run is COMPLETED. */
    public boolean complete(Claim claim, JudgedOutcome judged, boolean sandboxed) {
        Optional<AuditRun> held = held(claim);
        held.ifPresent(run -> {
            run.ranIn(sandboxed);
            run.complete(
                    claim.attempt(),
                    new RecordedOutcome(
                            judged.sha256(), HeadJson.write(judged.outcome().head()), judged.tally()),
                    clock.instant());
            em.flush();
            writeResults(run, judged);
            for (int i = 0; i < judged.comparisons().size(); i++) {
                JudgedComparison comparison = judged.comparisons().get(i);
                if (comparison.severity().isPresent()) {
                    em.persist(new Finding(
                            numbers.finding(),
                            run.id(),
                            i,
                            comparison.measure(),
                            StrictJson.write(comparison.group()),
                            comparison.severity().get()));
                }
            }
            em.persist(new Review(run.id(), run.author().person()));
            ended(claim, run, RunEvent.Kind.COMPLETED, "");
        });
        return held.isPresent();
    }

    /** @param detail the engine's own line, or empty */
    public boolean fail(Claim claim, Failure reason, String detail, Optional<Boolean> sandboxed) {
        Optional<AuditRun> held = held(claim);
        held.ifPresent(run -> {
            sandboxed.ifPresent(run::ranIn);
            run.fail(claim.attempt(), reason, detail, clock.instant());
            ended(claim, run, RunEvent.Kind.FAILED, reason.name());
        });
        return held.isPresent();
    }

    /** It was stopped because somebody asked for it. */
    public boolean stopped(Claim claim) {
        Optional<AuditRun> held = held(claim);
        held.ifPresent(run -> {
            run.stopped(claim.attempt(), clock.instant());
            ended(claim, run, RunEvent.Kind.CANCELLED, "");
        });
        return held.isPresent();
    }

    /** The run, locked until the transaction ends, if this claim is its latest and it still runs. */
    private Optional<AuditRun> held(Claim claim) {
        return Optional.ofNullable(em.find(AuditRun.class, claim.runId(), LockModeType.PESSIMISTIC_WRITE))
                .filter(run -> run.isRunBy(claim.attempt()));
    }

    private void writeResults(AuditRun run, JudgedOutcome judged) {
        List<List<String>> sets = PlanJson.read(run.plan()).countedSets();
        try {
            ResultTables tables = new ResultTables(em.unwrap(Connection.class), run.id());
            tables.writeGroups(judged.outcome().groups());
            tables.writeMeasurements(judged.outcome().measurements(), sets);
            tables.writeScores(judged.outcome().scores(), sets);
            tables.writeAnswers(judged.outcome().answers(), sets);
            if (judged.outcome().distributions().isPresent()) {
                tables.writeDistributions(judged.outcome().distributions().get(), sets);
            }
            tables.writeTests(judged.outcome().exploration().tests(), sets);
            if (judged.outcome().exploration().worstSlices().isPresent()) {
                tables.writeSlices(judged.outcome().exploration().worstSlices().get());
            }
            tables.writeDetails(judged.outcome().details(), sets);
            tables.writeComparisons(judged.comparisons());
        } catch (SQLException e) {
            throw new IllegalStateException("the results could not be written", e);
        }
    }

    private void ended(Claim claim, AuditRun run, RunEvent.Kind how, String detail) {
        em.persist(new RunEvent(run.id(), claim.attempt(), how, detail, clock.instant()));
        activity.record(
                run.organizationId(),
                "audit." + how.name().toLowerCase(Locale.ROOT),
                "audit_run",
                run.id().toString(),
                Map.of("number", run.number(), "attempt", claim.attempt()));
        endings.fire(RunEnded.of(run));
    }
}
