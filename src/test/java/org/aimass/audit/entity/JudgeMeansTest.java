package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

/** What is no share of people, and shares of each class. Every expected number was worked out with SciPy. */
class JudgeMeansTest {

    private static final String ERROR = "mean_absolute_error";
    private static final List<GroupSummary> GROUPS =
            List.of(group("middle", 80), group("young", 40), group("old", 25), group("rest", 100));

    private static GroupSummary group(String age, long rows) {
        return GroupSummary.uncounted(Map.of("age", age), rows, false);
    }

    private static Measurement measured(
            String metric,
            String age,
            Map<String, Object> at,
            double value,
            Optional<Fraction> fraction,
            Uncertainty how) {
        return new Measurement(
                metric,
                Map.of("age", age),
                List.of(),
                List.of(),
                Optional.empty(),
                at,
                MetricValue.of(value),
                fraction,
                how);
    }

    private static Measurement mean(String metric, String age, double value, double error, double freedom) {
        return measured(
                metric,
                age,
                Map.of(),
                value,
                Optional.empty(),
                new Estimate(error, freedom).around(value, 0.95, "student_t"));
    }

    private static List<JudgedComparison> judged(AuditPolicy policy, Measurement... measurements) {
        AuditPlan plan = Plans.plan(List.of("age"), List.of(), Map.of("age", "middle"));
        return Judge.judge(policy, plan, GROUPS, List.of(measurements));
    }

    private static AuditPolicy policy(String metric, boolean eachClass, Tolerance.Scale scale, double bound) {
        return Plans.policy(List.of(new AuditPolicy.Comparison(metric, eachClass, new Tolerance(scale, bound))));
    }

    private static Interval interval(JudgedComparison comparison) {
        assertTrue(comparison.uncertainty() instanceof Interval, comparison::toString);
        return (Interval) comparison.uncertainty();
    }

    @Test
    void ratiosOfMeansAreJudgedByTheirLogarithms() {
        List<JudgedComparison> judged = judged(
                policy(ERROR, false, Tolerance.Scale.RATIO, 0.8),
                mean(ERROR, "middle", 9.0, 0.4, 79),
                mean(ERROR, "young", 12.5, 0.7, 39),
                mean(ERROR, "old", 6.1, 0.3, 24),
                mean(ERROR, "rest", 9.2, 0.2, 99));
        JudgedComparison young = judged.get(0);
        assertEquals(MetricValue.of(12.5 / 9), young.gap());
        assertEquals(1.204897769153029, interval(young).low(), 1e-12);
        assertEquals(1.6009759458970472, interval(young).high(), 1e-12);
        assertEquals("welch_logarithm", interval(young).method());
        assertEquals(0.07209209978596498, young.pValue().orElseThrow(), 1e-12);
        assertEquals(Optional.of(Doubt.ACROSS_THE_EDGE), young.doubt());
        assertEquals(40, young.groupSide().people());
        assertEquals(Optional.empty(), young.groupSide().count());
        JudgedComparison old = judged.get(1);
        assertEquals(0.007437501874191945, old.pValue().orElseThrow(), 1e-12);
        assertEquals(3 * 0.007437501874191945, old.adjustedPValue().orElseThrow(), 1e-12);
        assertEquals(Verdict.DISPARITY_SHOWN, old.verdict());
        JudgedComparison rest = judged.get(2);
        assertEquals(Verdict.WITHIN_TOLERANCE, rest.verdict());
        assertEquals(0.9999562543069247, rest.pValue().orElseThrow(), 1e-12);
    }

    @Test
    void differencesOfMeansAreJudgedByWelchsTest() {
        List<JudgedComparison> judged = judged(
                policy("calibration_in_the_large", false, Tolerance.Scale.DIFFERENCE, 0.05),
                mean("calibration_in_the_large", "middle", -0.01, 0.012, 49),
                mean("calibration_in_the_large", "young", 0.11, 0.02, 11));
        assertEquals(0.12, ((MetricValue.Measured) judged.get(0).gap()).value(), 1e-15);
        assertEquals(0.07131114310106823, interval(judged.get(0)).low(), 1e-12);
        assertEquals(0.16868885689893176, interval(judged.get(0)).high(), 1e-12);
        assertEquals("welch", interval(judged.get(0)).method());
        assertEquals(0.0035594630881248947, judged.get(0).pValue().orElseThrow(), 1e-12);
        assertEquals(Optional.of(Doubt.GROUP_UNDEFINED), judged.get(1).doubt(), "not measured");
        JudgedComparison known = judged(
                        policy("calibration_in_the_large", false, Tolerance.Scale.DIFFERENCE, 0.05),
                        mean("calibration_in_the_large", "middle", -0.01, 0.012, Double.POSITIVE_INFINITY),
                        mean("calibration_in_the_large", "young", 0.08, 0.015, Double.POSITIVE_INFINITY))
                .get(0);
        assertEquals(0.018656770036782566, known.pValue().orElseThrow(), 1e-9);
    }

    @Test
    void whatHasNoStandardErrorIsNotJudged() {
        JudgedComparison judged = judged(
                        policy(ERROR, false, Tolerance.Scale.RATIO, 0.8),
                        mean(ERROR, "middle", 9.0, 0.4, 79),
                        measured(
                                ERROR,
                                "young",
                                Map.of(),
                                12.5,
                                Optional.empty(),
                                new Uncertainty.NoInterval("the rows do not vary")))
                .get(0);
        assertEquals(Optional.of(Doubt.ERROR_UNKNOWN), judged.doubt());
        assertEquals(MetricValue.of(12.5 / 9), judged.gap());
        assertTrue(judged.pValue().isEmpty());
        JudgedComparison toNothing = judged(
                        policy(ERROR, false, Tolerance.Scale.RATIO, 0.8),
                        mean(ERROR, "middle", -1, 0.4, 79),
                        mean(ERROR, "young", 12.5, 0.7, 39))
                .get(0);
        assertEquals(Optional.of(Doubt.RATIO_UNDEFINED), toNothing.doubt());
    }

    /** The covariance follows from the three errors: 0.00045, so that the logarithm of 1.3 has a variance of 0.0072152. */
    @Test
    void ratiosOfGroupsThatShareListsAreJudgedByTheirCovariance() {
        Measurement pair = new Measurement(
                "exposure_difference",
                Map.of(),
                List.of("age"),
                List.of(),
                Optional.of(new Measurement.Pair("young", "middle")),
                Map.of(),
                MetricValue.of(0.12),
                Optional.empty(),
                new Estimate(0.04, 11).around(0.12, 0.95, "student_t_lists"));
        JudgedComparison ratio = Judge.judge(
                        policy("exposure", false, Tolerance.Scale.RATIO, 0.8),
                        Plans.ranking("age", "middle"),
                        GROUPS,
                        List.of(
                                mean("exposure", "middle", 0.40, 0.03, 20),
                                mean("exposure", "young", 0.52, 0.04, 20),
                                pair))
                .get(0);
        assertEquals(
                0.3266352943802534, ratio.pValue().orElseThrow(), 1e-9); // of t = 0.46173 with 11 degrees of freedom
        assertEquals(1.078322910916275, interval(ratio).low(), 1e-9);
        assertEquals(1.5672485327831613, interval(ratio).high(), 1e-9);
    }

    /** Groups of a ranking share its lists: what the engine says of the difference holds. Errors that cannot be make no ratio. */
    @Test
    void groupsThatShareListsAreJudgedByTheEnginesOwnError() {
        AuditPlan plan = Plans.ranking("age", "middle");
        Measurement pair = new Measurement(
                "exposure_difference",
                Map.of(),
                List.of("age"),
                List.of(),
                Optional.of(new Measurement.Pair("young", "middle")),
                Map.of(),
                MetricValue.of(0.12),
                Optional.empty(),
                new Estimate(0.05, 11).around(0.12, 0.95, "student_t_lists"));
        List<Measurement> measurements =
                List.of(mean("exposure", "middle", 0.40, 0.001, 11), mean("exposure", "young", 0.52, 0.001, 11), pair);
        JudgedComparison difference = Judge.judge(
                        policy("exposure", false, Tolerance.Scale.DIFFERENCE, 0.05), plan, GROUPS, measurements)
                .get(0);
        assertEquals(
                0.09454026757981004, difference.pValue().orElseThrow(), 1e-9); // of t = 1.4 with 11 degrees of freedom
        assertEquals("student_t_lists", interval(difference).method());
        assertEquals(Optional.of(Doubt.ACROSS_THE_EDGE), difference.doubt());
        JudgedComparison ratio = Judge.judge(
                        policy("exposure", false, Tolerance.Scale.RATIO, 0.8), plan, GROUPS, measurements)
                .get(0);
        assertEquals(Optional.of(Doubt.ERROR_UNKNOWN), ratio.doubt());
    }

    @Test
    void smallGroupsAreNotJudged() {
        AuditPolicy policy = new AuditPolicy(
                "for-tests",
                "1.0",
                "nobody",
                Plans.policy(List.of(
                                new AuditPolicy.Comparison(ERROR, false, new Tolerance(Tolerance.Scale.RATIO, 0.8))))
                        .tasks(),
                41,
                List.of(new AuditPolicy.Comparison(ERROR, false, new Tolerance(Tolerance.Scale.RATIO, 0.8))),
                Plans.MODEL);
        assertEquals(
                Optional.of(Doubt.GROUP_TOO_SMALL),
                judged(policy, mean(ERROR, "middle", 9.0, 0.4, 79), mean(ERROR, "young", 12.5, 0.7, 39))
                        .get(0)
                        .doubt());
    }

    private static Measurement share(String ofClass, String age, int counted, int among) {
        return measured(
                "true_positive_rate",
                age,
                Map.of("class", ofClass),
                counted / (double) among,
                Optional.of(new Fraction(counted, among)),
                new Interval(0, 1, 0.95, "wilson"));
    }

    private static Measurement errors(String age, int counted, int among, double error) {
        double rate = counted / (double) among;
        return measured(
                "word_error_rate",
                age,
                Map.of(),
                rate,
                Optional.of(new Fraction(counted, among)),
                new Estimate(error, 12).around(rate, 0.95, "student_t_clusters"));
    }

    /** Words of one speaker are not independent: what counts is how sure the engine is of their rate, not how many words there are. */
    @Test
    void errorsForEachWordAreNoSharesOfPeople() {
        JudgedComparison judged = judged(
                        policy("word_error_rate", false, Tolerance.Scale.DIFFERENCE, 0.05),
                        errors("middle", 3_100, 20_000, 0.03),
                        errors("young", 4_700, 20_000, 0.04))
                .get(0);
        assertEquals(Optional.empty(), judged.groupSide().count());
        Estimate difference = new Estimate(0.04, 12).minus(new Estimate(0.03, 12));
        assertEquals(
                difference.standardError(),
                interval(judged).estimate().orElseThrow().standardError(),
                1e-15);
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, judged.verdict());
    }

    /** 402 of 2310 against 362 of 4120 are the counts of {@link JudgeTest}: the same answer. */
    @Test
    void eachClassIsComparedByItsCounts() {
        List<JudgedComparison> judged = judged(
                policy("true_positive_rate", true, Tolerance.Scale.DIFFERENCE, 0.05),
                share("cat", "middle", 362, 4120),
                share("cat", "young", 402, 2310),
                share("dog", "middle", 30, 60),
                share("dog", "young", 31, 50));
        assertEquals(
                List.of("cat", "cat", "cat", "dog", "dog", "dog"),
                judged.stream().map(each -> each.measure().ofClass().orElse("")).toList());
        JudgedComparison cat = judged.get(0);
        assertEquals(new Count(402, 2310), cat.groupSide().count().orElseThrow());
        assertEquals(1.691967618576677e-05, cat.pValue().orElseThrow(), 1e-16);
        assertEquals("newcombe", interval(cat).method());
        assertEquals(Verdict.DISPARITY_SHOWN, cat.verdict());
        assertEquals(0.12, ((MetricValue.Measured) judged.get(3).gap()).value(), 1e-15);
    }
}
