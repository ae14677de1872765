package org.aimass.report.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.aimass.audit.control.AuditPolicies;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.Rate;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.datausage.entity.HumanInvolvement;
import org.aimass.registry.entity.ModelTask;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.HiddenReason;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.Snapshots;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportViewTest {

    private static ReportView view(Locale locale) {
        return new ReportView(
                Snapshots.draft().published(new ReportNumber(2026, 147), Instant.parse("2026-11-09T10:00:00Z")),
                locale);
    }

    private final ReportView english = view(Locale.ENGLISH);
    private final ReportView chinese = view(Locale.SIMPLIFIED_CHINESE);

    @Test
    void whatWasFoundIsSaidInOneOrTwoSentences() {
        assertEquals(
                "A disparity was shown in one comparison: 18 to 29. In 2 comparisons there is too little evidence to tell.",
                english.getFound());
        assertEquals("1 项比较显示差异：18 至 29 岁。2 项比较证据不足，无法得出结论。", chinese.getFound());
    }

    @Test
    void ofAHundredPeopleEverybodyAndTheGroupWithTheFinding() {
        List<MetricView.HundredView> hundreds = english.getFirst().getHundreds();

        assertEquals(new MetricView.HundredView(11, "of all entitled people are missed."), hundreds.get(0));
        assertEquals(new MetricView.HundredView(17, "in the group “18 to 29”."), hundreds.get(1));
    }

    /** 8.8 % of those from 30 to 44 are selected, 13.8 % of the oldest: where people hope for it, the former fare worse. */
    @Test
    void toBeSelectedIsNoMistake() {
        ReportSnapshot draft = Snapshots.draft();
        GroupTable table = new GroupTable(
                "selection_rate",
                null,
                Tolerance.Scale.RATIO,
                0.8,
                List.of("age"),
                draft.tables().get(0).rows().subList(1, 3));
        MetricView selected = new MetricView(
                draft,
                List.of(table),
                new RoomWords("report", Locale.ENGLISH),
                new Format(Locale.ENGLISH, ZoneId.of("UTC")),
                Locale.ENGLISH);
        assertEquals("Whom does it select?", selected.getPeopleHeading());
        assertEquals(List.of(new MetricView.HundredView(9, "in the group “30 to 44”.")), selected.getHundreds());
        assertEquals("How often is it wrong?", english.getFirst().getPeopleHeading());
        GroupTable errors =
                new GroupTable("mean_absolute_error", null, Tolerance.Scale.RATIO, 0.8, table.over(), table.rows());
        assertEquals(
                "When it is wrong",
                new MetricView(
                                draft,
                                List.of(errors),
                                new RoomWords("report", Locale.ENGLISH),
                                new Format(Locale.ENGLISH, ZoneId.of("UTC")),
                                Locale.ENGLISH)
                        .getPeopleHeading());
    }

    private static String kind(String metric, @Nullable Long of) {
        ReportSnapshot.Figure figure = new ReportSnapshot.Figure(metric, of, null, 0.25, null, null, null);
        return new FigureView(figure, new RoomWords("report", Locale.ENGLISH)).getKind();
    }

    /** Of every task: objects that are found are a share even though their name does not say so. */
    @Test
    void figuresOverEverybodyAreToldAsAuditorsReadThem() {
        assertEquals("percent", kind("accuracy", 10L));
        assertEquals("percent", kind("prevalence", 10L));
        assertEquals("rare", kind("recall", 10L));
        assertEquals("rare", kind("mean_word_error_rate", null));
        assertEquals("whole", kind("speakers", null));
        assertEquals("decimal", kind("mean_opinion_score", null));
    }

    /** A miss rate stands in percent beside its gap in points, an average precision beside a number. */
    @Test
    void valuesAndGapsAreToldInOneUnit() {
        MetricView missed = of("miss_rate");
        assertEquals(
                List.of("rare", "points", "± 5 points", "Difference, percentage points"),
                List.of(missed.getValueKind(), missed.getKind(), missed.getTolerance(), missed.getAxis()));
        assertEquals("How often is it wrong?", missed.getPeopleHeading());
        assertEquals(List.of("In the group “18 to 29” it is 17 of 100."), missed.getOften());
        MetricView precision = of("average_precision");
        assertEquals(
                List.of("decimal", "step", "± 0.05", "Difference"),
                List.of(precision.getValueKind(), precision.getKind(), precision.getTolerance(), precision.getAxis()));
        assertTrue(
                precision
                        .getTables()
                        .get(0)
                        .rows()
                        .get(0)
                        .getSentence()
                        .contains(" The difference is +0.086 (+0.068 to +0.104). The tolerance is ± 0.05."),
                () -> precision.getTables().get(0).rows().get(0).getSentence());
    }

    private static MetricView of(String metric) {
        ReportSnapshot draft = Snapshots.draft();
        GroupTable table = new GroupTable(
                metric,
                null,
                Tolerance.Scale.DIFFERENCE,
                0.05,
                List.of("age"),
                draft.tables().get(0).rows());
        return new MetricView(
                draft,
                List.of(table),
                new RoomWords("report", Locale.ENGLISH),
                new Format(Locale.ENGLISH, ZoneId.of("UTC")),
                Locale.ENGLISH);
    }

    @Test
    void aFindingIsSaidWithItsNumbersAndTheTolerance() {
        RowView shown = english.getBoxes().get(0);

        assertEquals("Disparity shown: 18 to 29", shown.getHeading());
        assertEquals(
                "Missed, of all entitled people: 17.4\u202f%, against 8.8\u202f% in the comparison group (30 to 44)."
                        + " The difference is +8.6 (+6.8 to +10.4) percentage points. The tolerance is ± 5 points.",
                shown.getSentence());
        assertEquals("显示差异：18 至 29 岁", chinese.getBoxes().get(0).getHeading());
    }

    @Test
    void insufficientEvidenceSaysWhatWouldSettleIt() {
        assertTrue(english.getBoxes()
                .get(1)
                .getSentence()
                .endsWith("More people of this group in the test data would settle it."));
        assertEquals(
                "Missed, of all entitled people: Fewer than 10 people. Not published, to protect them.",
                english.getBoxes().get(2).getSentence());
    }

    @Test
    void aDisparityToAGroupThatIsHiddenSaysSo() {
        GroupTable.Row row = new GroupTable.Row(
                List.of("18 to 29"),
                false,
                2310L,
                null,
                0.174,
                null,
                null,
                null,
                null,
                Verdict.DISPARITY_SHOWN,
                null,
                null,
                null);
        GroupTable table = new GroupTable(
                "false_negative_rate", null, Tolerance.Scale.DIFFERENCE, 0.05, List.of("age"), List.of(row));
        RowView shown = new MetricView(
                        english.getReport(),
                        List.of(table),
                        new RoomWords("report", Locale.ENGLISH),
                        new Format(Locale.ENGLISH, ZoneId.of("UTC")),
                        Locale.ENGLISH)
                .getTables()
                .get(0)
                .rows()
                .get(0);

        assertEquals(
                "Missed, of all entitled people: 17.4\u202f%. The comparison group is not published, to protect a group of fewer"
                        + " than 10 people. So the gap is not published either.",
                shown.getSentence());
    }

    @Test
    void roundingIsSaid() {
        assertTrue(english.getProtection().contains("counts are rounded to 10"));
        assertTrue(chinese.getProtection().contains("计数按 10 取整"));
    }

    @Test
    void aTextThatIsNotThereInChineseIsSaidInEnglishAndMarkedSo() {
        var purpose = english.getReport().explanation().purpose();
        assertEquals("It estimates whether you are entitled.", chinese.say(purpose));
        assertEquals("en", chinese.lang(purpose));
        assertEquals("zh-Hans", chinese.lang(english.getReport().explanation().title()));
    }

    /** Citizens read first what a policy compares. */
    @Test
    void whateverAPolicyComparesIsSaidInPlainWords() {
        List<String> compared = new AuditPolicies()
                .all().stream()
                        .flatMap(policy -> policy.comparisons().stream())
                        .map(comparison -> "metric." + comparison.metric() + ".plain")
                        .distinct()
                        .toList();
        assertEquals(List.of(), missing("report", compared));
    }

    @Test
    void thereIsAWordForWhateverAReportCanHold() {
        List<String> report = Stream.of(
                        names("doubt.", Doubt.values()),
                        names("hidden.", HiddenReason.values()),
                        names("status.", ReportStatus.values()),
                        names("publish.cannot.", ReportDrafts.Obstacle.values()),
                        Stream.of(ModelTask.values()).map(task -> "task." + task.word()),
                        Stream.of(Rate.values())
                                .flatMap(rate -> Stream.of(
                                        "metric." + rate.metric(),
                                        "metric." + rate.metric() + ".plain",
                                        "hundred." + rate.metric())))
                .flatMap(keys -> keys)
                .toList();
        assertEquals(List.of(), missing("report", report));
        assertEquals(
                List.of(),
                missing(
                        "datausage",
                        names("mine.alone.", HumanInvolvement.values())
                                .filter(key -> !key.endsWith("NONE"))
                                .toList()));
    }

    private static Stream<String> names(String prefix, Enum<?>... values) {
        return Stream.of(values).map(value -> prefix + value.name());
    }

    private static List<String> missing(String room, List<String> keys) {
        List<String> missing = new ArrayList<>();
        for (String key : keys) {
            try {
                new RoomWords(room, Locale.ENGLISH).say(key, "a", "b", "c", "d");
            } catch (MissingResourceException e) {
                missing.add(key);
            }
        }
        return missing;
    }
}
