package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.QueuedRun;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;
import org.aimass.shared.Slice;

/** The runs of all organizations, for who looks after the portal: where each stands, and its end where it must be. */
@ApplicationScoped
@Transactional
@Allowed(Role.PORTAL_ADMIN)
public class AllRuns {

    private static final int LONGEST_REASON = 1000;

    /**
     * Waiting runs in the order in which {@link RunLeases} would take them: each turn goes to the organization with the fewest
     * running, and there to the oldest. So a run's turn is what its organization has running and waiting before it.
     */
    private static final String ROWS =
            "select r.id, r.number, r.organization_id, r.status, r.queued_at, r.started_at, r.finished_at, r.node,"
                    + " r.attempt, r.cancel_requested,"
                    + " case when r.status = 'RUNNING' then extract(epoch from (r.lease_until - current_timestamp)) end,"
                    + " r.rows_done, r.rows_total,"
                    + " case when r.status = 'QUEUED' then row_number() over (partition by r.status order by"
                    + " coalesce(b.busy, 0) + q.turn, r.queued_at, r.id) else 0 end"
                    + " from audit_run r left join (select organization_id, count(*) as busy from audit_run"
                    + " where status = 'RUNNING' and lease_until >= current_timestamp group by organization_id) b"
                    + " on b.organization_id = r.organization_id left join (select id, row_number() over (partition by"
                    + " organization_id order by queued_at, id) as turn from audit_run where status = 'QUEUED') q"
                    + " on q.id = r.id where r.status in (?, ?, ?, ?, ?)"
                    + " order by case r.status when 'RUNNING' then 0 when 'QUEUED' then 1 else 2 end,"
                    + " case when r.status = 'QUEUED' then coalesce(b.busy, 0) + q.turn else 0 end,"
                    + " case when r.status = 'QUEUED' then r.queued_at end, r.queued_at desc, r.id";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    Event<RunEnded> endings;

    @Inject
    Clock clock;

    /**
     * What runs first, then what waits in its order, then what has ended, the latest first.
     *
     * @param status only these; empty for all
     */
    @SuppressWarnings("unchecked")
    public Slice<QueuedRun> find(Optional<RunStatus> status, int offset, int limit) {
        List<Object[]> rows = (List<Object[]>) narrowed(em.createNativeQuery(ROWS), status)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        long total = ((Number) narrowed(
                                em.createNativeQuery(
                                        "select count(*) from audit_run r where r.status in (?, ?, ?, ?, ?)"),
                                status)
                        .getSingleResult())
                .longValue();
        return new Slice<>(rows.stream().map(QueueRow::read).toList(), offset, total);
    }

    /** Five places whatever is asked for, so that the query stays the same. */
    private static Query narrowed(Query query, Optional<RunStatus> status) {
        int at = 1;
        for (RunStatus each : RunStatus.values()) {
            query.setParameter(at++, status.orElse(each).name());
        }
        return query;
    }

    /** @throws Refusal NOT_FOUND when there is none */
    public AuditRun get(UUID id) {
        AuditRun found = em.find(AuditRun.class, id);
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    /**
     * Ends a run that waits at once, and one that runs within seconds. Asked twice, it does it once.
     *
     * @param reason for the organization whose run it is
     * @throws Refusal NOT_FOUND when there is none; INVALID at {@code reason}; CONFLICT when it has ended by itself meanwhile
     */
    public void cancel(UUID runId, String reason) {
        String why = RequiredText.prose(reason, LONGEST_REASON, "audit", "reason");
        AuditRun run = em.find(AuditRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw Refusal.notFound();
        }
        if (Stream.of(RunStatus.COMPLETED, RunStatus.FAILED).anyMatch(run.status()::equals)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "refusal.runEnded");
        }
        if (run.cancel(clock.instant())) {
            boolean atOnce = run.status() == RunStatus.CANCELLED;
            RunEvent.Kind kind = atOnce ? RunEvent.Kind.CANCELLED_FROM_ABOVE : RunEvent.Kind.CANCEL_ASKED_FROM_ABOVE;
            em.persist(new RunEvent(runId, run.attempt().number(), kind, why, clock.instant()));
            activity.recordFromAbove(
                    run.organizationId(),
                    "audit.cancel",
                    "audit_run",
                    runId.toString(),
                    Map.of("number", run.number(), "reason", why));
            if (atOnce) {
                endings.fire(RunEnded.of(run));
            }
        }
    }
}
