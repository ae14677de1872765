package org.aimass.audit.entity;

import static org.aimass.audit.entity.Plans.missed;
import static org.aimass.audit.entity.Plans.selected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.MetricValue;
import org.junit.jupiter.api.Test;

/** Every expected number was worked out with SciPy from the published formulas, not with this code. */
class JudgeTest {

    private static final AuditPolicy FIVE_POINTS =
            Plans.policy(Rate.FALSE_NEGATIVE_RATE, Tolerance.Scale.DIFFERENCE, 0.05);
    private static final AuditPolicy FOUR_FIFTHS = Plans.policy(Rate.SELECTION_RATE, Tolerance.Scale.RATIO, 0.8);

    private static final double GROUP_P = 0.011131981212975886;
    private static final List<GroupSummary> BY_AGE = List.of(
            Plans.group(Map.of(), new GroupCounts(9101, 0, 1099, 0)),
            missed("18 to 29", 402, 2310),
            missed("30 to 44", 362, 4120),
            missed("45 to 64", 306, 3560),
            missed("65 and over", 29, 210));

    @Test
    void aGapBeyondTheToleranceIsShown() {
        JudgedComparison young = judgeByAge(FIVE_POINTS).get(0);
        assertEquals(Verdict.DISPARITY_SHOWN, young.verdict());
        assertEquals(Map.of("age", "18 to 29"), young.group());
        assertEquals(Map.of("age", "30 to 44"), young.reference());
        assertEquals(new Count(402, 2310), young.groupSide().count().orElseThrow());
        assertEquals(new Count(362, 4120), young.referenceSide().count().orElseThrow());
        assertValue(0.08616189635607112, young.gap());
        assertInterval(0.0687238140864728, 0.10416929217878432, "newcombe", young);
        assertEquals(1.691967618576677e-05, young.pValue().orElseThrow(), 1e-16);
        assertEquals(3 * 1.691967618576677e-05, young.adjustedPValue().orElseThrow(), 1e-16);
        assertEquals(Optional.of(Severity.HIGH), young.severity());
    }

    @Test
    void aGapWhoseIntervalLiesInsideIsWithinTolerance() {
        JudgedComparison older = judgeByAge(FIVE_POINTS).get(1);
        assertEquals(Verdict.WITHIN_TOLERANCE, older.verdict());
        assertEquals(Map.of("age", "45 to 64"), older.group());
        assertInterval(-0.014496844142105496, 0.010803931353661199, "newcombe", older);
        assertEquals(Optional.empty(), older.doubt());
        assertEquals(Optional.empty(), older.severity());
    }

    @Test
    void aGapWhoseIntervalReachesOverTheEdgeIsUndecided() {
        JudgedComparison oldest = judgeByAge(FIVE_POINTS).get(2);
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, oldest.verdict());
        assertEquals(Optional.of(Doubt.ACROSS_THE_EDGE), oldest.doubt());
        assertValue(0.050231160425335195, oldest.gap());
        assertEquals(0.4961887711217169, oldest.pValue().orElseThrow(), 1e-13);
    }

    @Test
    void theLargestGroupIsTheReferenceUnlessThePlanNamesOne() {
        AuditPlan plan = Plans.plan(List.of("age"), List.of(), Map.of("age", "65 and over"));
        List<JudgedComparison> judged = Plans.judge(FIVE_POINTS, plan, BY_AGE);
        assertEquals(3, judged.size());
        assertEquals(Map.of("age", "65 and over"), judged.get(0).reference());
        assertEquals(Map.of("age", "30 to 44"), judged.get(1).group());
        assertValue(-0.050231160425335195, judged.get(1).gap());
    }

    @Test
    void amongGroupsOfOneSizeTheFirstByNameIsTheReference() {
        List<GroupSummary> groups = List.of(missed("b", 5, 50), missed("a", 6, 50));
        assertEquals(
                Map.of("age", "a"),
                Plans.judge(FIVE_POINTS, Plans.byAge(), groups).get(0).reference());
    }

    @Test
    void aReferenceThatWasNotMeasuredIsAnError() {
        AuditPlan plan = Plans.plan(List.of("age"), List.of(), Map.of("age", "90 and over"));
        assertThrows(IllegalArgumentException.class, () -> Plans.judge(FIVE_POINTS, plan, BY_AGE));
    }

    @Test
    void aRatioBelowFourFifthsIsShownAndItsInverseToo() {
        List<JudgedComparison> judged = Plans.judge(
                FOUR_FIFTHS,
                Plans.byAge(),
                List.of(selected("reference", 120, 200), selected("half", 30, 100), selected("more", 90, 100)));
        assertValue(0.5, judged.get(0).gap());
        assertInterval(0.3630524521105159, 0.6886057332671537, "katz", judged.get(0));
        assertEquals(0.0007993973743763964, judged.get(0).pValue().orElseThrow(), 1e-9);
        assertEquals(Verdict.DISPARITY_SHOWN, judged.get(0).verdict());
        assertEquals(Optional.of(Severity.HIGH), judged.get(0).severity());
        assertValue(1.5, judged.get(1).gap());
        assertEquals(0.0036451790418274514, judged.get(1).pValue().orElseThrow(), 1e-9);
        assertEquals(Verdict.DISPARITY_SHOWN, judged.get(1).verdict());
    }

    @Test
    void aRatioWithinTheBandOrAcrossItsEdge() {
        List<JudgedComparison> judged = Plans.judge(
                FOUR_FIFTHS,
                Plans.byAge(),
                List.of(
                        selected("reference", 120, 200),
                        selected("same", 60, 100),
                        selected("a little less", 110, 200),
                        selected("less", 46, 100)));
        // two groups are equally large: the first by name is the reference
        assertEquals(Map.of("age", "a little less"), judged.get(0).reference());
        AuditPlan plan = Plans.plan(List.of("age"), List.of(), Map.of("age", "reference"));
        judged = Plans.judge(
                FOUR_FIFTHS,
                plan,
                List.of(
                        selected("reference", 120, 200),
                        selected("same", 60, 100),
                        selected("a little less", 110, 200),
                        selected("less", 46, 100)));
        assertInterval(0.8220151951983892, 1.2165225239646027, "katz", judged.get(0));
        assertEquals(Verdict.WITHIN_TOLERANCE, judged.get(0).verdict());
        assertInterval(0.7742272844214072, 1.0853115030759104, "katz", judged.get(1));
        assertEquals(Optional.of(Doubt.ACROSS_THE_EDGE), judged.get(1).doubt());
        assertEquals(0.36317436170224615, judged.get(2).pValue().orElseThrow(), 1e-9);
        assertEquals(Optional.of(Doubt.ACROSS_THE_EDGE), judged.get(2).doubt());
    }

    @Test
    void nobodyInTheDenominatorIsUndecidedAndNotZero() {
        List<JudgedComparison> judged = Plans.judge(
                FIVE_POINTS,
                Plans.byAge(),
                List.of(
                        missed("reference", 10, 100),
                        Plans.group(Map.of("age", "none"), new GroupCounts(0, 3, 0, 17))));
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, judged.get(0).verdict());
        assertEquals(Optional.of(Doubt.GROUP_UNDEFINED), judged.get(0).doubt());
        assertTrue(judged.get(0).gap() instanceof MetricValue.Undefined);
        assertTrue(judged.get(0).pValue().isEmpty());
    }

    @Test
    void aReferenceWithNobodyInTheDenominatorLeavesEveryGroupUndecided() {
        List<JudgedComparison> judged = Plans.judge(
                FIVE_POINTS,
                Plans.byAge(),
                List.of(Plans.group(Map.of("age", "reference"), new GroupCounts(0, 30, 0, 170)), missed("a", 90, 100)));
        assertEquals(Optional.of(Doubt.REFERENCE_UNDEFINED), judged.get(0).doubt());
    }

    @Test
    void fewerThanTheMinimumInTheDenominatorIsUndecidedHoweverLargeTheGap() {
        GroupSummary nine = Plans.group(Map.of("age", "nine"), new GroupCounts(0, 0, 9, 500));
        GroupSummary ten = Plans.group(Map.of("age", "ten"), new GroupCounts(0, 0, 10, 500));
        List<JudgedComparison> judged =
                Plans.judge(FIVE_POINTS, Plans.byAge(), List.of(missed("reference", 100, 1000), nine, ten));
        assertEquals(Optional.of(Doubt.GROUP_TOO_SMALL), judged.get(0).doubt());
        assertValue(0.9, judged.get(0).gap());
        assertTrue(judged.get(0).pValue().isEmpty());
        assertEquals(Verdict.DISPARITY_SHOWN, judged.get(1).verdict());
    }

    @Test
    void aSmallReferenceIsUndecided() {
        AuditPlan plan = Plans.plan(List.of("age"), List.of(), Map.of("age", "few"));
        List<JudgedComparison> judged =
                Plans.judge(FIVE_POINTS, plan, List.of(missed("few", 1, 9), missed("many", 800, 1000)));
        assertEquals(Optional.of(Doubt.REFERENCE_TOO_SMALL), judged.get(0).doubt());
    }

    @Test
    void thereIsNoRatioToARateOfZero() {
        List<JudgedComparison> judged = Plans.judge(
                FOUR_FIFTHS, Plans.byAge(), List.of(selected("reference", 0, 200), selected("some", 30, 100)));
        assertEquals(Optional.of(Doubt.RATIO_UNDEFINED), judged.get(0).doubt());
        assertTrue(judged.get(0).gap() instanceof MetricValue.Undefined);
    }

    @Test
    void aRateOfZeroIsFarthestFromItsReference() {
        List<JudgedComparison> judged = Plans.judge(
                FOUR_FIFTHS, Plans.byAge(), List.of(selected("reference", 120, 200), selected("none", 0, 100)));
        assertEquals(Verdict.DISPARITY_SHOWN, judged.get(0).verdict());
        assertValue(0, judged.get(0).gap());
        assertEquals(Optional.of(Severity.HIGH), judged.get(0).severity());
    }

    /**
     * One group's one-sided p is 0.0111: below 0.025, so alone it is shown; as the smallest of four comparisons it is held
     * against 0.025 / 4 = 0.00625, and then its interval still lies outside, but it is not shown.
     */
    @Test
    void whatIsShownAloneNeedNotBeShownAmongOthers() {
        GroupSummary reference = missed("reference", 100, 1000);
        GroupSummary group = missed("group", 97, 500);
        JudgedComparison alone = Plans.judge(FIVE_POINTS, Plans.byAge(), List.of(reference, group))
                .get(0);
        assertEquals(GROUP_P, alone.pValue().orElseThrow(), 1e-13);
        assertEquals(Verdict.DISPARITY_SHOWN, alone.verdict());
        List<JudgedComparison> judged = Plans.judge(
                FIVE_POINTS,
                Plans.byAge(),
                List.of(reference, group, missed("b", 50, 500), missed("c", 51, 500), missed("d", 52, 500)));
        assertEquals(4 * GROUP_P, judged.get(0).adjustedPValue().orElseThrow(), 1e-13);
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, judged.get(0).verdict());
        assertEquals(Optional.of(Doubt.NOT_AFTER_CORRECTION), judged.get(0).doubt());
    }

    /** Once the first of two is rejected at 0.025 / 2, the second is held against 0.025 itself. */
    @Test
    void holmStepsDown() {
        List<JudgedComparison> judged = Plans.judge(
                FIVE_POINTS,
                Plans.byAge(),
                List.of(missed("reference", 100, 1000), missed("far", 250, 500), missed("near", 96, 500)));
        assertEquals(Verdict.DISPARITY_SHOWN, judged.get(0).verdict());
        double near = judged.get(1).pValue().orElseThrow();
        assertEquals(0.014430345489451981, near, 1e-13);
        assertEquals(near, judged.get(1).adjustedPValue().orElseThrow(), 1e-15);
        assertEquals(Verdict.DISPARITY_SHOWN, judged.get(1).verdict());
        List<JudgedComparison> withoutTheFirst = Plans.judge(
                FIVE_POINTS,
                Plans.byAge(),
                List.of(missed("reference", 100, 1000), missed("equal", 50, 500), missed("near", 96, 500)));
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, withoutTheFirst.get(1).verdict());
    }

    @Test
    void comparisonsThatCannotBeTestedCountInTheCorrection() {
        List<JudgedComparison> judged = Plans.judge(
                FIVE_POINTS,
                Plans.byAge(),
                List.of(missed("reference", 100, 1000), missed("group", 97, 500), missed("few", 1, 2)));
        assertEquals(
                2 * judged.get(0).pValue().orElseThrow(),
                judged.get(0).adjustedPValue().orElseThrow(),
                1e-15);
        assertTrue(judged.get(1).adjustedPValue().isEmpty());
    }

    @Test
    void noComparisonOfRateFeatureSetAndGroupVanishes() {
        List<GroupSummary> groups = new ArrayList<>();
        groups.add(Plans.group(Map.of(), new GroupCounts(400, 40, 100, 460)));
        for (String age : List.of("young", "old", "older")) {
            groups.add(Plans.group(Map.of("age", age), new GroupCounts(100, 10, 20, 200)));
        }
        for (String sex : List.of("women", "men")) {
            groups.add(Plans.group(Map.of("sex", sex), new GroupCounts(150, 15, 30, 300)));
        }
        for (String age : List.of("young", "old", "older")) {
            for (String sex : List.of("women", "men")) {
                Map<String, String> features = new LinkedHashMap<>();
                features.put("age", age);
                features.put("sex", sex);
                groups.add(Plans.group(features, new GroupCounts(5, 1, 2, 8)));
            }
        }
        AuditPolicy two = Plans.policy(List.of(
                new AuditPolicy.Comparison("accuracy", false, new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05)),
                new AuditPolicy.Comparison("selection_rate", false, new Tolerance(Tolerance.Scale.RATIO, 0.8))));
        AuditPlan plan = Plans.plan(List.of("age", "sex"), List.of(List.of("age", "sex")), Map.of());
        assertEquals(2 * (2 + 1 + 5), Plans.judge(two, plan, groups).size());
    }

    private static List<JudgedComparison> judgeByAge(AuditPolicy policy) {
        return Plans.judge(policy, Plans.byAge(), BY_AGE);
    }

    private static void assertValue(double expected, MetricValue actual) {
        assertEquals(expected, ((MetricValue.Measured) actual).value(), 1e-15);
    }

    private static void assertInterval(double low, double high, String method, JudgedComparison judged) {
        Interval interval = (Interval) judged.uncertainty();
        assertEquals(low, interval.low(), 1e-9);
        assertEquals(high, interval.high(), 1e-9);
        assertEquals(method, interval.method());
    }
}
