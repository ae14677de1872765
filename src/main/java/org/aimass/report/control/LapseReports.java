package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.activity.ActivityLog;
import org.aimass.background.BackgroundTask;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportStatus;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Ends, once an hour, the reports whose time is over: each gets an entry that says so. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class LapseReports implements BackgroundTask {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "report.lapse";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    @Transactional
    public void run(String data) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<String> over = em.createQuery(
                        "select r.number from RegisteredReport r where r.status in :standing and r.validUntil <= :now"
                                + " order by r.validUntil",
                        String.class)
                .setParameter("standing", List.of(ReportStatus.PUBLISHED, ReportStatus.CORRECTED))
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
        over.forEach(number -> lapse(number, now));
    }

    private void lapse(String number, Instant now) {
        ReportChain chain = new ReportChain(em);
        RegisteredReport report = chain.hold(number);
        em.refresh(report);
        if (report.isStanding() && !now.isBefore(report.validUntil())) {
            chain.end(report, ReportStatus.LAPSED, now, null, Optional.empty());
            activity.record(report.auditorId(), "report.lapsed", "report", number, Map.of("version", report.version()));
        }
    }
}
