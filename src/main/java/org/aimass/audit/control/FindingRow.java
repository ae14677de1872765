package org.aimass.audit.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.Signature;
import org.aimass.security.CurrentUser;
import org.aimass.shared.Refusal;

/** One finding, held until the transaction ends, for those who do something about it. */
final class FindingRow {

    private static final int MOST_YEARS = 2;

    private final EntityManager em;
    private final CurrentUser user;
    private final ActivityLog activity;
    private final Clock clock;
    private final SentForm form;
    private final Finding finding;
    private final AuditRun run;
    private final boolean done;

    private FindingRow(
            EntityManager em,
            CurrentUser user,
            ActivityLog activity,
            Clock clock,
            SentForm form,
            Finding finding,
            AuditRun run) {
        this.em = em;
        this.user = user;
        this.activity = activity;
        this.clock = clock;
        this.form = form;
        this.finding = finding;
        this.run = run;
        FindingStep sent = em.find(FindingStep.class, form.submission());
        this.done = sent != null && sent.findingId().equals(finding.id());
    }

    /** @throws Refusal NOT_FOUND when there is none; whether the asker may do anything with it is the caller's to ask */
    static FindingRow locked(
            EntityManager em, CurrentUser user, ActivityLog activity, Clock clock, UUID id, SentForm form) {
        Finding finding = em.find(Finding.class, id);
        if (finding == null) {
            throw Refusal.notFound();
        }
        em.refresh(finding, LockModeType.PESSIMISTIC_WRITE);
        return new FindingRow(em, user, activity, clock, form, finding, em.find(AuditRun.class, finding.runId()));
    }

    Finding finding() {
        return finding;
    }

    AuditRun run() {
        return run;
    }

    /** Whether this very form was sent before. */
    boolean isDone() {
        return done;
    }

    /** @throws Refusal CONFLICT where the finding does not stand so; never for a form that was sent before */
    void demandAllowed(FindingStep.Kind kind) {
        if (!done && !finding.allows(kind)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "finding.problem.status");
        }
    }

    /** @throws Refusal INVALID for a day that is past, or too far ahead */
    void demandDue(LocalDate due) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (due.isBefore(today) || due.isAfter(today.plusYears(MOST_YEARS))) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "finding.problem.due")
                    .at("due");
        }
    }

    FindingStep.Act act(String words) {
        return new FindingStep.Act(
                form.submission(), words, new Signature(user.requirePerson(), user.displayName(), clock.instant()));
    }

    /** @param actors the organization for which it was done */
    void record(FindingStep step, UUID actors) {
        em.persist(step);
        activity.record(
                actors,
                "finding." + step.kind().name().toLowerCase(Locale.ROOT),
                "audit_finding",
                finding.id().toString(),
                Map.of("number", finding.number(), "run", run.number()));
    }
}
