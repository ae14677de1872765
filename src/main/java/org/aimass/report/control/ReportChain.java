package org.aimass.report.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.report.entity.EntryStatement;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportEntry;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Adds entries to the history of reports. All that belongs to an entry is written with it. */
record ReportChain(EntityManager em) {

    /**
     * The report, locked until the transaction ends: entries wait for one another.
     *
     * @throws Refusal NOT_FOUND when there is none
     */
    RegisteredReport hold(String number) {
        RegisteredReport report = em.find(RegisteredReport.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (report == null) {
            throw Refusal.notFound();
        }
        return report;
    }

    /** The version that stands, or stood last. */
    TransparencyReport current(RegisteredReport report) {
        return em.createQuery(
                        "select v from TransparencyReport v where v.number = :number and v.version = :version",
                        TransparencyReport.class)
                .setParameter("number", report.number())
                .setParameter("version", report.version())
                .getSingleResult();
    }

    RegisteredReport publish(
            TransparencyReport first,
            ReportSnapshot snapshot,
            UUID auditorId,
            UUID organizationId,
            ReportEntry.FourEyes persons) {
        ReportIndex index = new ReportIndex(em);
        index.putRun(first.runId(), first.number());
        em.persist(first);
        RegisteredReport report = new RegisteredReport(first, snapshot, auditorId, organizationId);
        EntryStatement states =
                report.next(ReportStatus.PUBLISHED, first.version(), first.digest(), first.publishedAt(), null);
        ReportEntry entry = entry(states, Optional.of(persons));
        report.append(states, entry);
        em.persist(report);
        em.flush();
        em.persist(entry);
        index.put(snapshot);
        return report;
    }

    /** @param newRun whether the report did not have the version's audit before */
    void correct(
            RegisteredReport report,
            TransparencyReport replacement,
            ReportSnapshot snapshot,
            Bilingual reason,
            boolean newRun,
            ReportEntry.FourEyes persons) {
        ReportIndex index = new ReportIndex(em);
        if (newRun) {
            index.putRun(replacement.runId(), report.number());
        }
        EntryStatement states = report.next(
                ReportStatus.CORRECTED, replacement.version(), replacement.digest(), replacement.publishedAt(), reason);
        ReportEntry entry = entry(states, Optional.of(persons));
        report.correct(states, entry, replacement, snapshot);
        em.persist(replacement);
        em.persist(entry);
        index.put(snapshot);
        em.flush();
    }

    /** A report that is withdrawn, or that lapses: what it says stays as it is. */
    void end(
            RegisteredReport report,
            ReportStatus kind,
            Instant at,
            @Nullable Bilingual reason,
            Optional<ReportEntry.FourEyes> persons) {
        EntryStatement states =
                report.next(kind, report.version(), current(report).digest(), at, reason);
        ReportEntry entry = entry(states, persons);
        report.append(states, entry);
        em.persist(entry);
        em.flush();
    }

    private static ReportEntry entry(EntryStatement states, Optional<ReportEntry.FourEyes> persons) {
        return new ReportEntry(states, SnapshotJson.write(states), persons);
    }
}
