package org.aimass.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.database.TestDatabase;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.RegisterQuery;
import org.aimass.report.entity.RegisterQuery.Facet;
import org.aimass.report.entity.RegisterQuery.Sort;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.SearchWords;
import org.aimass.report.entity.Snapshots;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What can be found in the register, and how it is counted; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegisterContract {

    private static final int FILLERS = 3_000;

    private final ReportWorld world;

    RegisterContract(TestDatabase database) {
        world = new ReportWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    /** Six reports worth looking for among thousands that are not. */
    @BeforeAll
    void fill() {
        add(
                1,
                "SHOWN",
                3,
                "health",
                "face_verification",
                "PUBLISHED",
                2026,
                "clinic",
                "Kidney stones by ultrasound 肾结石超声");
        add(2, "SHOWN", 1, "health", "binary_classification", "CORRECTED", 2026, "clinic", "Kidneys and hearts");
        add(3, "WITHIN", 0, "health", "binary_classification", "PUBLISHED", 2025, "ministry", "Kidney donors");
        add(4, "UNSURE", 0, "finance", "binary_classification", "WITHDRAWN", 2025, "ministry", "Credit 信用评分");
        add(5, "WITHIN", 0, "finance", "regression", "LAPSED", 2024, "bank", "Credit Ａ１ and kidney-shaped pools");
        add(6, "UNSURE", 0, "housing", "regression", "PUBLISHED", 2026, "ministry", "Tenancy (100 %) _line_");
        world.in(em -> {
            for (int i = 0; i < FILLERS; i++) {
                row(em, 1000 + i, "WITHIN", 0, "other", "regression", "PUBLISHED", 2023, "filler");
                em.createNativeQuery("insert into report_word values (?, ?)")
                        .setParameter(1, "filler" + i)
                        .setParameter(2, number(1000 + i))
                        .executeUpdate();
            }
            return FILLERS;
        });
    }

    private static String number(int serial) {
        return String.format(Locale.ROOT, "AM-2020-%04d", serial);
    }

    private void row(
            EntityManager em,
            int serial,
            String verdict,
            int shown,
            String domain,
            String task,
            String status,
            int year,
            String organization) {
        em.createNativeQuery("insert into report_report values (?, 1, ?, ?, ?, ?, ?, ?, '{\"en\":\"T\",\"zh\":\"\"}',"
                        + " '{\"en\":\"S\",\"zh\":\"\"}', ?, ?, ?, ?, 0, 0, cast('" + year
                        + "-06-01T00:00:00Z' as timestamp with time zone), " + year
                        + ", current_timestamp, current_timestamp, 1, '')")
                .setParameter(1, number(serial))
                .setParameter(2, status)
                .setParameter(3, world.model)
                .setParameter(4, world.office)
                .setParameter(5, world.office)
                .setParameter(6, organization)
                .setParameter(7, "{\"en\":\"The " + organization + "\",\"zh\":\"\"}")
                .setParameter(8, task)
                .setParameter(9, domain)
                .setParameter(10, verdict)
                .setParameter(11, shown)
                .executeUpdate();
    }

    private void add(
            int serial,
            String verdict,
            int shown,
            String domain,
            String task,
            String status,
            int year,
            String organization,
            String text) {
        world.in(em -> {
            row(em, serial, verdict, shown, domain, task, status, year, organization);
            Set<String> words = SearchWords.of(List.of(text));
            words.add(SearchWords.ofNumber(number(serial)));
            for (String word : words) {
                em.createNativeQuery("insert into report_word values (?, ?)")
                        .setParameter(1, word)
                        .setParameter(2, number(serial))
                        .executeUpdate();
            }
            return serial;
        });
    }

    private PublicRegister.Result search(String text, Map<Facet, Set<String>> chosen, Sort sort) {
        return world.in(em -> ReportWorld.register(em).search(new RegisterQuery(text, chosen, sort), 0, 10));
    }

    private Set<Integer> found(String text) {
        PublicRegister.Result result = search(text, Map.of(), Sort.NEWEST);
        assertEquals(result.slice().total(), result.slice().items().size());
        return result.slice().items().stream()
                .map(entry -> Integer.parseInt(entry.number().substring(8)))
                .collect(Collectors.toSet());
    }

    @Test
    void wordsAreFoundByTheirBeginningInAnyOrderAndSize() {
        assertEquals(Set.of(1, 2, 3, 5), found("KIDNEY"));
        assertEquals(Set.of(2), found("hearts kidne"));
        assertEquals(Set.of(5), found("pools credit"));
        assertEquals(Set.of(5), found("a1"), "wide letters are letters");
        assertEquals(Set.of(), found("idney"));
        assertEquals(Set.of(6), found("tenancy 100%"));
        assertEquals(Set.of(6), found("_line_"));
        assertEquals(Set.of(), found("% _"), "signs alone are no word");
        assertEquals(Set.of(3), found("am-2020-0003"));
        assertEquals(Set.of(), found("kidney' or '1'='1"));
    }

    @Test
    void chineseIsFoundByCharactersThatStandTogether() {
        assertEquals(Set.of(1), found("肾结石"));
        assertEquals(Set.of(1), found("超声 肾"));
        assertEquals(Set.of(4), found("评分"));
        assertEquals(Set.of(4), found("信用评分credit"));
        assertEquals(Set.of(), found("石声"));
    }

    @Test
    void facetsCountWhatIsLeftBesideTheOthers() {
        PublicRegister.Result result = search("kidney", Map.of(Facet.DOMAIN, Set.of("health")), Sort.NEWEST);
        assertEquals(3, result.slice().total());
        assertEquals(Map.of("SHOWN", 2L, "WITHIN", 1L), counts(result, Facet.VERDICT));
        assertEquals(Map.of("finance", 1L, "health", 3L), counts(result, Facet.DOMAIN), "as if health were not chosen");
        assertEquals(Map.of("clinic", 2L, "ministry", 1L, "bank", 0L), counts(result, Facet.ORGANIZATION));
        assertEquals(Map.of("2026", 2L, "2025", 1L, "2024", 0L), counts(result, Facet.YEAR));
        assertEquals(
                "The clinic",
                Objects.requireNonNull(result.organizations().get("clinic")).en());

        PublicRegister.Result two = search(
                "",
                Map.of(
                        Facet.ORGANIZATION, Set.of("clinic", "ministry"),
                        Facet.YEAR, Set.of("2026"),
                        Facet.STATUS, Set.of("PUBLISHED")),
                Sort.NEWEST);
        assertEquals(2, two.slice().total());
        assertEquals(Map.of("clinic", 1L, "ministry", 1L, "bank", 0L, "filler", 0L), counts(two, Facet.ORGANIZATION));
        assertEquals(
                0,
                search("", Map.of(Facet.YEAR, Set.of("none' --")), Sort.NEWEST)
                        .slice()
                        .total());
        assertEquals(
                0,
                search("", Map.of(Facet.TASK, Set.of("nothing")), Sort.NEWEST)
                        .slice()
                        .total());
    }

    private static Map<String, Long> counts(PublicRegister.Result result, Facet facet) {
        Map<String, Long> counts = new HashMap<>();
        result.counts().getOrDefault(facet, List.of()).forEach(count -> counts.put(count.value(), count.reports()));
        return counts;
    }

    @Test
    void theListIsSortedAndPaged() {
        List<String> disparities = search("kidney", Map.of(), Sort.DISPARITIES).slice().items().stream()
                .map(RegisterEntry::number)
                .toList();
        assertEquals(List.of(number(1), number(2), number(3), number(5)), disparities);
        List<String> oldest = search("kidney", Map.of(), Sort.OLDEST).slice().items().stream()
                .map(RegisterEntry::number)
                .toList();
        assertEquals(List.of(number(5), number(3), number(1), number(2)), oldest);
        PublicRegister.Result second =
                world.in(em -> ReportWorld.register(em).search(RegisterQuery.of("kidney"), 2, 2));
        assertEquals(4, second.slice().total());
        assertEquals(
                List.of(number(3), number(5)),
                second.slice().items().stream().map(RegisterEntry::number).toList());
        assertEquals(
                6 + FILLERS, world.in(em -> ReportWorld.register(em).extent()).reports());
    }

    /** A search reads the index of words, not the register. */
    @Test
    void aSearchDoesNotScan() {
        String where = " from report_report r where r.report_number in (select w.report_number from report_word w"
                + " where w.word >= 'kidney' and w.word < 'kidney\uffff')";
        world.in(em -> {
            em.createNativeQuery("analyze").executeUpdate();
            return where;
        });
        List<?> lines = world.in(em ->
                em.createNativeQuery("explain select r.report_number" + where).getResultList());
        String plan = lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        String lower = plan.toLowerCase(Locale.ROOT);
        assertFalse(lower.contains("seq scan on report_report"), plan);
        assertFalse(lower.contains("seq scan on report_word"), plan);
        assertFalse(lower.contains("tablescan"), plan);
        assertTrue(lower.contains("report_word") || lower.contains("primary_key"), plan);
    }

    @Test
    void aDigestIsFoundWhereverItWasPublished() {
        UUID audit = world.audit();
        ReportNumber number = world.in(
                em -> ReportWorld.publishing(em, ReportWorld.TOMAS).publish(audit, Snapshots.explanation(), ""));
        Sha256Digest report =
                world.in(em -> ReportWorld.reports(em).get(number.toString()).digest());
        String entry = world.in(em -> ReportWorld.reports(em).history(number.toString()))
                .get(0)
                .sha256();
        Map<String, PublicRegister.Kind> expected = new TreeMap<>(Map.of(
                report.hex(),
                PublicRegister.Kind.REPORT,
                entry,
                PublicRegister.Kind.ENTRY,
                "ab".repeat(32),
                PublicRegister.Kind.MODEL,
                "cd".repeat(32),
                PublicRegister.Kind.DATASET,
                "01".repeat(32),
                PublicRegister.Kind.PLAN));
        expected.forEach((digest, kind) -> {
            List<PublicRegister.Place> places =
                    world.in(em -> ReportWorld.register(em).placesOf(new Sha256Digest(digest)));
            assertEquals(1, places.size(), digest);
            assertEquals(kind, places.get(0).kind());
            assertEquals(number.toString(), places.get(0).number());
            assertEquals("Rent support pre-check", places.get(0).title().en());
        });
        assertEquals(List.of(), world.in(em -> ReportWorld.register(em).placesOf(new Sha256Digest("ff".repeat(32)))));
    }
}
