package org.aimass.report.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.RegisterQuery;
import org.aimass.report.entity.RegisterQuery.Cell;
import org.aimass.report.entity.RegisterQuery.Facet;
import org.aimass.report.entity.SearchWords;
import org.aimass.shared.Bookmark;

/**
 * The register's questions to the database: how many reports there are of each sort, and which are on one page or after a place. Words are
 * looked up in an index of words; no text is read.
 */
record RegisterSearch(EntityManager em) {

    private static final Map<Facet, String> COLUMNS = new EnumMap<>(Map.of(
            Facet.VERDICT, "r.verdict",
            Facet.DOMAIN, "r.domain",
            Facet.TASK, "r.task",
            Facet.STATUS, "r.status",
            Facet.YEAR, "r.published_year",
            Facet.ORGANIZATION, "r.organization_slug"));

    private static final Map<RegisterQuery.Sort, String> ORDERS = Map.of(
            RegisterQuery.Sort.NEWEST, "r.published_at desc, r.report_number desc",
            RegisterQuery.Sort.OLDEST, "r.published_at, r.report_number",
            RegisterQuery.Sort.DISPARITIES, "r.disparities_shown desc, r.published_at desc, r.report_number desc");

    /** Above every character that a word can go on with, in the order in which the databases keep words. */
    private static final String LAST = "\uffff";

    /** The cells of all reports with the words, and what the organizations are called, as the database keeps it. */
    record Counted(List<Cell> cells, Map<String, String> organizations) {}

    Counted count(RegisterQuery query) {
        List<Facet> facets = List.copyOf(COLUMNS.keySet());
        String columns = facets.stream().map(COLUMNS::get).collect(Collectors.joining(", ")) + ", r.organization_name";
        Where where = new Where();
        where.words(query.text());
        List<Cell> cells = new ArrayList<>();
        Map<String, String> organizations = new HashMap<>();
        for (Object row : where.query("select count(*), " + columns, " group by " + columns)
                .getResultList()) {
            Object[] values = (Object[]) row;
            Map<Facet, String> cell = new EnumMap<>(Facet.class);
            for (int i = 0; i < facets.size(); i++) {
                cell.put(facets.get(i), String.valueOf(values[i + 1]));
            }
            cells.add(new Cell(cell, ((Number) values[0]).longValue()));
            organizations.put(cell.getOrDefault(Facet.ORGANIZATION, ""), String.valueOf(values[facets.size() + 1]));
        }
        return new Counted(cells, organizations);
    }

    List<RegisterEntry> page(RegisterQuery query, long offset, int limit) {
        Where where = new Where();
        where.words(query.text());
        query.chosen().forEach(where::among);
        return entries(where, query.sort(), offset, limit);
    }

    /** Those older than the place where the list was read to; what is published meanwhile shifts nothing. */
    List<RegisterEntry> after(Optional<Bookmark> place, String text, int limit) {
        Where where = new Where();
        where.words(text);
        place.ifPresent(where::after);
        return entries(where, RegisterQuery.Sort.NEWEST, 0, limit);
    }

    private List<RegisterEntry> entries(Where where, RegisterQuery.Sort sort, long offset, int limit) {
        List<String> numbers = new ArrayList<>();
        for (Object number : where.query(
                        "select r.report_number",
                        " order by " + ORDERS.get(sort) + " offset " + offset + " rows fetch next " + limit
                                + " rows only")
                .getResultList()) {
            numbers.add((String) number);
        }
        return entries(numbers);
    }

    private List<RegisterEntry> entries(List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, RegisterEntry> entries = em.createQuery(
                        "select new org.aimass.report.entity.RegisterEntry(r.number, r.status, r.publishedAt,"
                                + " r.validUntil, r.title, r.summary, r.organizationName, r.task, r.disparitiesShown,"
                                + " r.withinTolerance, r.insufficientEvidence)"
                                + " from RegisteredReport r where r.number in :numbers",
                        RegisterEntry.class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toMap(RegisterEntry::number, Function.identity()));
        return numbers.stream().map(entries::get).toList();
    }

    /** The conditions of a question, each with its values. */
    private final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void words(String text) {
            List<SearchWords.Term> terms = SearchWords.terms(text);
            if (terms.isEmpty() && !text.isBlank()) {
                conditions.add("1 = 0");
            }
            for (SearchWords.Term term : terms) {
                conditions.add("r.report_number in (select w.report_number from report_word w where w.word "
                        + (term.whole() ? "= ?)" : ">= ? and w.word < ?)"));
                values.add(term.word());
                if (!term.whole()) {
                    values.add(term.word() + LAST);
                }
            }
        }

        void after(Bookmark place) {
            conditions.add("(r.published_at < ? or (r.published_at = ? and r.report_number < ?))");
            values.addAll(
                    List.of(place.at().atOffset(ZoneOffset.UTC), place.at().atOffset(ZoneOffset.UTC), place.id()));
        }

        void among(Facet facet, Collection<String> chosen) {
            List<?> wanted = facet == Facet.YEAR
                    ? chosen.stream()
                            .filter(year -> year.matches("[0-9]{4}"))
                            .map(Integer::valueOf)
                            .toList()
                    : List.copyOf(chosen);
            conditions.add(
                    wanted.isEmpty() ? "1 = 0" : COLUMNS.get(facet) + " in (?" + ", ?".repeat(wanted.size() - 1) + ")");
            values.addAll(wanted);
        }

        Query query(String select, String rest) {
            Query query = em.createNativeQuery(select + " from report_report r"
                    + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + rest);
            for (int i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
            return query;
        }
    }
}
