package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Failure;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who may run what, and for how long. A claim makes a run RUNNING under the next attempt number and lends it until the lease
 * ends, by the database's clock alone; its holder renews it while it works. A lapsed lease may be claimed again by anyone.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Allowed(Role.SYSTEM)
public class RunLeases {

    private static final String CLAIMABLE =
            "(r.status = 'QUEUED' or (r.status = 'RUNNING' and r.lease_until < current_timestamp))";
    private static final String LEASE = "current_timestamp + cast(? as integer) * interval '1' second";
    private static final int CANDIDATES = 20;

    /** What is noted when the engine comes to a stage. */
    private static final Map<String, RunEvent.Kind> STAGES =
            Map.of("read", RunEvent.Kind.READING, "score", RunEvent.Kind.READING, "measure", RunEvent.Kind.MEASURING);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<RunEnded> endings;

    /** What a renewal found. */
    public enum Renewal {
        GOING_ON,
        /** Somebody asked for the end. */
        CANCEL,
        /** Somebody else has it, or it has ended: nothing more may be written. */
        LOST
    }

    /**
     * Claims one run: of the organization with the fewest running, the oldest. Runs that somebody wants cancelled, or that
     * lost their node too often, are ended on the way.
     *
     * @param node who claims, for the run's page
     */
    public Optional<Claim> claim(String node, Duration lease) {
        for (UUID candidate : candidates()) {
            if (lock(candidate)) {
                AuditRun run = em.find(AuditRun.class, candidate);
                if (!endInstead(run)) {
                    return Optional.of(begin(run, node, lease));
                }
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> candidates() {
        return em.createNativeQuery("select r.id from audit_run r where " + CLAIMABLE
                        + " order by (select count(*) from audit_run o where o.organization_id = r.organization_id"
                        + " and o.status = 'RUNNING' and o.lease_until >= current_timestamp), r.queued_at, r.id")
                .setMaxResults(CANDIDATES)
                .getResultList();
    }

    /** Holds the row until the transaction ends; false where another node holds it or has changed it. */
    private boolean lock(UUID id) {
        return !em.createNativeQuery(
                        "select r.id from audit_run r where r.id = ? and " + CLAIMABLE + " for update skip locked")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    private boolean endInstead(AuditRun run) {
        if (run.status() != RunStatus.RUNNING) {
            return false;
        }
        int attempt = run.attempt().number();
        if (run.attempt().isCancelRequested()) {
            run.stopped(attempt, clock.instant());
            event(run.id(), attempt, RunEvent.Kind.CANCELLED, "");
            endings.fire(RunEnded.of(run));
            return true;
        }
        if (run.attempt().isLast()) {
            run.fail(attempt, Failure.NODES_LOST, "", clock.instant());
            event(run.id(), attempt, RunEvent.Kind.FAILED, Failure.NODES_LOST.name());
            endings.fire(RunEnded.of(run));
            return true;
        }
        return false;
    }

    private Claim begin(AuditRun run, String node, Duration lease) {
        int attempt = run.attempt().number() + 1;
        em.createNativeQuery(
                        "update audit_run set status = 'RUNNING', attempt = ?, node = ?, started_at = current_timestamp,"
                                + " finished_at = null, stage = null, rows_done = null, rows_total = null, rows_per_second = null,"
                                + " seconds_left = null, progress_at = null, lease_until = " + LEASE + " where id = ?")
                .setParameter(1, attempt)
                .setParameter(2, node)
                .setParameter(3, lease.toSeconds())
                .setParameter(4, run.id())
                .executeUpdate();
        event(run.id(), attempt, RunEvent.Kind.CLAIMED, node);
        return new Claim(run.id(), attempt);
    }

    /** Prolongs the lease and shows how far the run is, if the claim still holds. */
    public Renewal renew(Claim claim, Duration lease, @Nullable Progress progress) {
        boolean newStage = progress != null && isNew(claim, progress);
        String shown = progress == null
                ? ""
                : ", progress_at = current_timestamp, stage = ?, rows_done = cast(? as bigint),"
                        + " rows_total = cast(? as bigint), rows_per_second = cast(? as double precision),"
                        + " seconds_left = cast(? as double precision)";
        Query update = em.createNativeQuery("update audit_run set lease_until = " + LEASE + shown
                + " where id = ? and attempt = ? and status = 'RUNNING'");
        int at = 1;
        update.setParameter(at++, lease.toSeconds());
        if (progress != null) {
            update.setParameter(at++, progress.stage());
            update.setParameter(at++, progress.rows());
            update.setParameter(at++, progress.rowsTotal());
            update.setParameter(at++, progress.rate());
            update.setParameter(at++, progress.secondsLeft());
        }
        update.setParameter(at++, claim.runId()).setParameter(at, claim.attempt());
        if (update.executeUpdate() == 0) {
            return Renewal.LOST;
        }
        if (newStage && progress != null && STAGES.containsKey(progress.stage())) {
            event(claim.runId(), claim.attempt(), STAGES.get(progress.stage()), "");
        }
        return em.find(AuditRun.class, claim.runId()).attempt().isCancelRequested() ? Renewal.CANCEL : Renewal.GOING_ON;
    }

    private boolean isNew(Claim claim, Progress progress) {
        return em.createNativeQuery("select 1 from audit_run where id = ? and attempt = ? and stage = ?")
                .setParameter(1, claim.runId())
                .setParameter(2, claim.attempt())
                .setParameter(3, progress.stage())
                .getResultList()
                .isEmpty();
    }

    /** Gives a run back unfinished, such as when the node stops in good order; it does not count as a lost attempt. */
    public void release(Claim claim) {
        int released = em.createNativeQuery("update audit_run set status = 'QUEUED', attempt_limit = attempt_limit + 1,"
                        + " lease_until = null, stage = null where id = ? and attempt = ? and status = 'RUNNING'")
                .setParameter(1, claim.runId())
                .setParameter(2, claim.attempt())
                .executeUpdate();
        if (released > 0) {
            event(claim.runId(), claim.attempt(), RunEvent.Kind.RELEASED, "");
        }
    }

    private void event(UUID run, int attempt, RunEvent.Kind kind, String detail) {
        em.persist(new RunEvent(run, attempt, kind, detail, clock.instant()));
    }
}
