package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.report.entity.EntryStatement;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.RegisterQuery;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportEntry;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;

/** What was published, for everyone to read: each version as it was, and the history of the report. */
@ApplicationScoped
@Transactional
@Allowed(Role.ANYONE)
public class TransparencyReports {

    private static final UUID NO_MODEL = new UUID(0, 0);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * A version with what its snapshot says.
     *
     * @param listed how the report stands today
     */
    public record Opened(TransparencyReport report, ReportSnapshot snapshot, RegisteredReport listed) {

        /** Whether a later version stands in its place. */
        public boolean isReplaced() {
            return report.version() < listed.version();
        }
    }

    /**
     * One entry of a report's history.
     *
     * @param json the statement, as kept
     * @param sha256 its digest, as kept
     * @param intact whether it is what was stated, and names the entry before it
     */
    public record Past(EntryStatement states, String json, String sha256, boolean intact) {}

    /**
     * The newest report about a model version.
     *
     * @param version of the report
     * @param status of that version: CORRECTED where a later one stands in its place
     * @param snapshot empty where the kept text cannot be read, or is not what was published
     */
    public record Reading(String number, int version, ReportStatus status, Optional<ReportSnapshot> snapshot) {}

    /**
     * The version that stands, or stood last.
     *
     * @throws Refusal NOT_FOUND for every text that is not the number of a published report
     */
    public TransparencyReport get(String number) {
        return find(number, Optional.empty()).report();
    }

    /** @throws Refusal NOT_FOUND also for a version that there is not */
    public TransparencyReport get(String number, int version) {
        return find(number, Optional.of(version)).report();
    }

    private record Found(TransparencyReport report, RegisteredReport listed) {}

    private Found find(String number, Optional<Integer> version) {
        String parsed =
                ReportNumber.parse(number).orElseThrow(Refusal::notFound).toString();
        TypedQuery<Object[]> query = em.createQuery(
                        "select v, r from TransparencyReport v, RegisteredReport r where r.number = :number"
                                + " and v.number = r.number and v.version = "
                                + (version.isPresent() ? ":version" : "r.version"),
                        Object[].class)
                .setParameter("number", parsed);
        version.ifPresent(wanted -> query.setParameter("version", wanted));
        return query.getResultStream()
                .findFirst()
                .map(row -> new Found((TransparencyReport) row[0], (RegisteredReport) row[1]))
                .orElseThrow(Refusal::notFound);
    }

    /** The version that stands, read. */
    public Opened open(String number) {
        return open(number, Optional.empty());
    }

    /**
     * A version, read.
     *
     * @throws Refusal NOT_FOUND; UNAVAILABLE where the kept text was changed so much that it cannot be read
     */
    public Opened open(String number, Optional<Integer> version) {
        Found found = find(number, version);
        try {
            return new Opened(found.report(), SnapshotJson.read(found.report().snapshot()), found.listed());
        } catch (UncheckedIOException e) {
            if (found.report().isIntact()) {
                throw e;
            }
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "report", "refusal.notIntact");
        }
    }

    /** What a correction was made to; empty where it cannot be read, or the report was never corrected. */
    public Optional<ReportSnapshot> before(Opened correction) {
        int version = correction.report().version();
        return version == 1
                ? Optional.empty()
                : read(find(correction.report().number(), Optional.of(version - 1))
                        .report());
    }

    /** The reports that speak of every word, newest first, and how many there are. */
    public Slice<RegisterEntry> find(String words, long offset, int limit) {
        RegisterQuery query = RegisterQuery.of(words);
        RegisterSearch search = new RegisterSearch(em);
        return new Slice<>(
                search.page(query, offset, limit),
                offset,
                query.total(search.count(query).cells()));
    }

    /** Every entry, the oldest first. */
    public List<Past> history(String number) {
        List<Past> history = new ArrayList<>();
        String previous = "";
        for (ReportEntry entry : em.createQuery(
                        "select e from ReportEntry e where e.number = :number order by e.entry", ReportEntry.class)
                .setParameter("number", number)
                .getResultList()) {
            boolean linked = entry.previous().orElse("").equals(previous) && entry.entry() == history.size() + 1;
            try {
                history.add(new Past(
                        SnapshotJson.readEntry(entry.statement()),
                        entry.statement(),
                        entry.digest().hex(),
                        linked && entry.isIntact()));
            } catch (UncheckedIOException e) {
                throw Refusal.of(Refusal.Kind.UNAVAILABLE, "report", "refusal.notIntact");
            }
            previous = entry.digest().hex();
        }
        return history;
    }

    /**
     * The newest report of each of these model versions that has one. One query, whatever is asked for. What was changed is
     * not shown, and hides nothing else.
     */
    public Map<UUID, Reading> about(Collection<UUID> modelVersionIds) {
        Map<UUID, Reading> newest = new HashMap<>();
        em.createQuery(
                        "select v, r from TransparencyReport v, RegisteredReport r where v.modelVersionId in :models"
                                + " and r.number = v.number order by v.publishedAt, v.number, v.version",
                        Object[].class)
                .setParameter("models", modelVersionIds.isEmpty() ? List.of(NO_MODEL) : modelVersionIds)
                .getResultStream()
                .forEach(row -> {
                    TransparencyReport report = (TransparencyReport) row[0];
                    newest.put(report.modelVersionId(), reading(report, (RegisteredReport) row[1]));
                });
        return newest;
    }

    private static Reading reading(TransparencyReport report, RegisteredReport listed) {
        boolean replaced = report.version() < listed.version() && listed.status() != ReportStatus.WITHDRAWN;
        return new Reading(
                report.number(), report.version(), replaced ? ReportStatus.CORRECTED : listed.status(), read(report));
    }

    private static Optional<ReportSnapshot> read(TransparencyReport report) {
        try {
            return report.isIntact() ? Optional.of(SnapshotJson.read(report.snapshot())) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
