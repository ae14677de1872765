package org.aimass.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.audit.entity.Count;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Rate;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Side;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

class GroupTablesTest {

    private static final Map<String, String> YOUNG = Map.of("age", "young");
    private static final Map<String, String> OLD = Map.of("age", "old");
    private static final Map<String, String> NINE = Map.of("age", "nine");
    private static final Map<String, String> MIDDLE = Map.of("age", "middle");

    /** Of 40 labelled positive 17 missed; of 50, 11; of 4, 1; of 21, 6. */
    private static final List<GroupSummary> GROUPS = List.of(
            new GroupSummary(Map.of(), 243, new GroupCounts(80, 37, 35, 91), false),
            new GroupSummary(YOUNG, 79, new GroupCounts(23, 12, 17, 27), false),
            new GroupSummary(OLD, 103, new GroupCounts(39, 17, 11, 36), false),
            new GroupSummary(NINE, 9, new GroupCounts(3, 2, 1, 3), true),
            new GroupSummary(MIDDLE, 52, new GroupCounts(15, 6, 6, 25), false));

    private static Interval interval(double low, double high, String method) {
        return new Interval(low, high, 0.95, method);
    }

    private static JudgedComparison comparison(Map<String, String> group, Count count, Verdict verdict) {
        boolean small = verdict == Verdict.INSUFFICIENT_EVIDENCE;
        double gap = (double) count.numerator() / count.denominator() - 11.0 / 50;
        return new JudgedComparison(
                Measure.of(Rate.FALSE_NEGATIVE_RATE),
                new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05),
                group,
                OLD,
                Side.of(count),
                Side.of(new Count(11, 50)),
                MetricValue.of(gap),
                interval(gap - 0.03, gap + 0.04, "newcombe"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                verdict,
                small ? Optional.of(Doubt.GROUP_TOO_SMALL) : Optional.empty());
    }

    private static final JudgedComparison SHOWN = comparison(YOUNG, new Count(17, 40), Verdict.DISPARITY_SHOWN);

    private static GroupTables tables() {
        List<JudgedComparison> comparisons = List.of(
                SHOWN,
                comparison(NINE, new Count(1, 4), Verdict.INSUFFICIENT_EVIDENCE),
                comparison(MIDDLE, new Count(6, 21), Verdict.WITHIN_TOLERANCE));
        List<Measurement> measurements = List.of(
                new Measurement(
                        "false_negative_rate",
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.of(35.0 / 115),
                        Optional.of(new Fraction(35, 115)),
                        interval(0.228, 0.394, "wilson")),
                new Measurement(
                        "false_negative_rate",
                        YOUNG,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.of(17.0 / 40),
                        Optional.of(new Fraction(17, 40)),
                        interval(0.285, 0.578, "wilson")),
                new Measurement(
                        "precision",
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.undefined("no predicted positives"),
                        Optional.empty(),
                        new Uncertainty.NoInterval("the value is undefined")));
        return new GroupTables(
                comparisons, GROUPS, measurements, Map.of(SHOWN, new GroupTable.Finding("F-7", Severity.HIGH)), 10);
    }

    private static GroupTable.Row row(String group) {
        return tables().tables().get(0).rows().stream()
                .filter(row -> row.group().equals(List.of(group)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCountedGroupHasARowInTheAuditsOrder() {
        List<GroupTable> tables = tables().tables();

        assertEquals(1, tables.size());
        assertEquals("false_negative_rate", tables.get(0).metric());
        assertEquals(List.of("age"), tables.get(0).over());
        assertEquals(
                List.of(List.of("young"), List.of("old"), List.of("nine"), List.of("middle")),
                tables.get(0).rows().stream().map(GroupTable.Row::group).toList());
    }

    @Test
    void aShownGroupHasEveryFigure() {
        GroupTable.Row young = row("young");

        assertEquals(40, young.people());
        assertEquals(17, young.count());
        assertEquals(0.425, young.value());
        assertEquals(new ReportSnapshot.Range(0.285, 0.578, 0.95, "wilson"), young.interval());
        assertEquals(0.425 - 11.0 / 50, young.gap());
        assertEquals(
                new ReportSnapshot.Range(0.425 - 11.0 / 50 - 0.03, 0.425 - 11.0 / 50 + 0.04, 0.95, "newcombe"),
                young.gapInterval());
        assertEquals(Verdict.DISPARITY_SHOWN, young.verdict());
        assertEquals(new GroupTable.Finding("F-7", Severity.HIGH), young.finding());
        assertNull(young.hidden());
    }

    @Test
    void theReferenceGroupHasFiguresAndNoVerdict() {
        GroupTable.Row old = row("old");

        assertTrue(old.reference());
        assertEquals(0.22, old.value());
        assertNull(old.verdict());
        assertNull(old.gap());
    }

    @Test
    void aHiddenGroupKeepsItsRowAndVerdictAndLosesEveryFigure() {
        GroupTable.Row nine = row("nine");

        assertEquals(HiddenReason.SMALL, nine.hidden());
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, nine.verdict());
        assertEquals(Doubt.GROUP_TOO_SMALL, nine.doubt());
        assertNull(nine.people());
        assertNull(nine.count());
        assertNull(nine.value());
        assertNull(nine.interval());
        assertNull(nine.gap());
        assertNull(nine.gapInterval());
    }

    @Test
    void theSmallestOtherGroupIsHiddenWithItAndNotTheOneWithTheFinding() {
        assertEquals(HiddenReason.PROTECTS_ANOTHER, row("middle").hidden());
        assertEquals(Verdict.WITHIN_TOLERANCE, row("middle").verdict());
        assertNull(row("middle").value());
        assertEquals(2, tables().hiddenGroups());
    }

    @Test
    void figuresOverEverybodyKeepCountsAndReasons() {
        List<ReportSnapshot.Figure> overall = tables().overall();

        assertEquals(2, overall.size());
        assertEquals(115, overall.get(0).people());
        assertEquals(35, overall.get(0).count());
        assertEquals(35.0 / 115, overall.get(0).value());
        assertNull(overall.get(1).value());
        assertEquals("no predicted positives", overall.get(1).undefined());
        assertNull(overall.get(1).people());
    }
}
