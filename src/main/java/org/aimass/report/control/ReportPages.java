package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Bookmark;
import org.aimass.shared.SearchText;

/** Reads the public register in parts, from the newest report to the oldest. What is published meanwhile shifts nothing. */
@ApplicationScoped
@Transactional
@Allowed(Role.ANYONE)
public class ReportPages {

    /** More words than anybody searches by. */
    private static final int WORDS = 20;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @param words separated by blanks, of which each must be spoken of; none finds all; those after the twentieth count no more
     * @param place where the list was read to; empty for its beginning
     */
    public List<RegisterEntry> after(Optional<Bookmark> place, String words, int limit) {
        List<String> wanted = words.isBlank()
                ? List.of()
                : List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        int count = Math.min(WORDS, wanted.size());
        String spokenOf = IntStream.range(0, count)
                .mapToObj(i -> " and r.searchText like :word" + i + " escape '!'")
                .collect(Collectors.joining());
        TypedQuery<RegisterEntry> query = em.createQuery(
                "select new org.aimass.report.entity.RegisterEntry(r.number, r.status, r.publishedAt, r.title, r.summary,"
                        + " r.organizationName, r.task, r.disparitiesShown, r.withinTolerance, r.insufficientEvidence)"
                        + " from TransparencyReport r where 1 = 1" + spokenOf
                        + (place.isPresent()
                                ? " and (r.publishedAt < :at or (r.publishedAt = :at and r.number < :number))"
                                : "")
                        + " order by r.publishedAt desc, r.number desc",
                RegisterEntry.class);
        for (int i = 0; i < count; i++) {
            query.setParameter("word" + i, SearchText.anywhere(wanted.get(i)));
        }
        place.ifPresent(read -> query.setParameter("at", read.at()).setParameter("number", read.id()));
        return query.setMaxResults(limit).getResultList();
    }
}
