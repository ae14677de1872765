package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.audit.control.DueFindings;
import org.aimass.audit.control.DueFindings.DueFinding;
import org.aimass.background.BackgroundTask;
import org.aimass.notification.control.Outbox;
import org.aimass.notification.entity.News;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Reminds the owner of a finding a week before its answer is due, and once more when it is late: once for each due day. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class RemindOwners implements BackgroundTask {

    private static final int SOON_DAYS = 7;
    private static final int LATE_DAYS = 30;
    private static final int MOST = 500;

    @Inject
    DueFindings findings;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "desk.remind";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String data) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        remind(NoticeKind.FINDING_DUE_SOON, findings.between(today, today.plusDays(SOON_DAYS), MOST));
        remind(NoticeKind.FINDING_OVERDUE, findings.between(today.minusDays(LATE_DAYS), today.minusDays(1), MOST));
    }

    private void remind(NoticeKind kind, List<DueFinding> due) {
        for (DueFinding each : due) {
            String number = each.finding().number();
            String subject = each.run().subject().modelName() + " "
                    + each.run().subject().modelLabel();
            each.finding()
                    .owner()
                    .ifPresent(owner -> outbox.tell(
                            Set.of(owner),
                            new News(
                                    kind,
                                    number,
                                    subject,
                                    "/audit/finding.xhtml?id=" + each.finding().id(),
                                    kind + " " + number + " "
                                            + each.finding().due().orElseThrow())));
        }
    }
}
