package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;

/** The public register: what was published, for everyone to find and read. */
@ApplicationScoped
@Transactional
@Allowed(Role.ANYONE)
public class TransparencyReports {

    private static final UUID NO_MODEL = new UUID(0, 0);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** How many reports there are, of how many organizations. */
    public record Extent(long reports, long organizations) {}

    /** A report with what its snapshot says. */
    public record Opened(TransparencyReport report, ReportSnapshot snapshot) {}

    /**
     * One read by primary key.
     *
     * @throws Refusal NOT_FOUND for every text that is not the number of a published report
     */
    public TransparencyReport get(String number) {
        return ReportNumber.parse(number)
                .map(parsed -> em.find(TransparencyReport.class, parsed.toString()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The same, read.
     *
     * @throws Refusal also UNAVAILABLE where the kept text was changed so much that it cannot be read
     */
    public Opened open(String number) {
        TransparencyReport report = get(number);
        try {
            return new Opened(report, SnapshotJson.read(report.snapshot()));
        } catch (UncheckedIOException e) {
            if (report.isIntact()) {
                throw e;
            }
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "report", "refusal.notIntact");
        }
    }

    public Extent extent() {
        Object[] counts = em.createQuery(
                        "select count(r), count(distinct r.organizationId) from TransparencyReport r", Object[].class)
                .getSingleResult();
        return new Extent(((Number) counts[0]).longValue(), ((Number) counts[1]).longValue());
    }

    /**
     * The reports that speak of every word, newest first.
     *
     * @param words separated by blanks; none finds all
     */
    public Slice<RegisterEntry> find(String words, long offset, int limit) {
        List<String> wanted = words.isBlank()
                ? List.of()
                : List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        StringBuilder where = new StringBuilder();
        for (int i = 0; i < wanted.size(); i++) {
            where.append(i == 0 ? " where" : " and")
                    .append(" r.searchText like :word")
                    .append(i)
                    .append(" escape '!'");
        }
        TypedQuery<Long> count = em.createQuery("select count(r) from TransparencyReport r" + where, Long.class);
        TypedQuery<RegisterEntry> list = em.createQuery(
                "select new org.aimass.report.entity.RegisterEntry(r.number, r.status, r.publishedAt, r.title, r.summary,"
                        + " r.organizationName, r.task, r.disparitiesShown, r.withinTolerance, r.insufficientEvidence)"
                        + " from TransparencyReport r" + where + " order by r.publishedAt desc, r.number desc",
                RegisterEntry.class);
        for (int i = 0; i < wanted.size(); i++) {
            String pattern = "%" + wanted.get(i).replaceAll("([!%_])", "!$1") + "%";
            count.setParameter("word" + i, pattern);
            list.setParameter("word" + i, pattern);
        }
        List<RegisterEntry> entries =
                list.setFirstResult((int) offset).setMaxResults(limit).getResultList();
        return new Slice<>(entries, offset, count.getSingleResult());
    }

    /** The newest report of each of these model versions that has one, by model version. One query, whatever is asked for. */
    public Map<UUID, ReportNumber> newestOf(Collection<UUID> modelVersionIds) {
        Map<UUID, ReportNumber> newest = new HashMap<>();
        em.createQuery(
                        "select r.modelVersionId, r.number from TransparencyReport r where r.modelVersionId in :models"
                                + " order by r.publishedAt",
                        Object[].class)
                .setParameter("models", modelVersionIds.isEmpty() ? List.of(NO_MODEL) : modelVersionIds)
                .getResultStream()
                .forEach(row -> newest.put(
                        (UUID) row[0], ReportNumber.parse((String) row[1]).orElseThrow()));
        return newest;
    }
}
