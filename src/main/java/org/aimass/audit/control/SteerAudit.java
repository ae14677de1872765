package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Cancels and retries runs. Asked twice, it does it once. */
@ApplicationScoped
@Transactional
@Allowed(Role.AUDITOR)
public class SteerAudit {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Inject
    Event<RunEnded> endings;

    /**
     * A waiting run is cancelled at once; a running one within seconds, by its node.
     *
     * @throws Refusal NOT_FOUND unless the asker is an auditor of the run's organization
     */
    public void cancel(UUID runId) {
        AuditRun run = locked(runId);
        if (run.cancel(clock.instant())) {
            boolean atOnce = run.status() == RunStatus.CANCELLED;
            note(run, atOnce ? RunEvent.Kind.CANCELLED : RunEvent.Kind.CANCEL_ASKED, "audit.cancel");
            if (atOnce) {
                endings.fire(RunEnded.of(run));
            }
        }
    }

    /**
     * Queues a failed run again, with the same plan.
     *
     * @throws Refusal NOT_FOUND unless the asker is an auditor of the run's organization
     */
    public void retry(UUID runId) {
        AuditRun run = locked(runId);
        if (run.retry(clock.instant())) {
            note(run, RunEvent.Kind.RETRIED, "audit.retry");
        }
    }

    private AuditRun locked(UUID runId) {
        AuditRun run = em.find(AuditRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.AUDITOR, run.organizationId());
        return run;
    }

    private void note(AuditRun run, RunEvent.Kind kind, String action) {
        em.persist(new RunEvent(run.id(), run.attempt().number(), kind, user.displayName(), clock.instant()));
        activity.record(run.organizationId(), action, "audit_run", run.id().toString(), Map.of("number", run.number()));
    }
}
