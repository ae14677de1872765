package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty.NoInterval;
import org.junit.jupiter.api.Test;

/**
 * Two towns by two jobs. By town and job tp, fp, fn, tn: north/clerk 7 2 3 9, north/smith 1 4 5 6, south/clerk 8 1 2 12,
 * south/smith 0 0 3 4. So north 8 6 8 15 (37 rows), south 8 1 5 16 (30 rows), in all 16 7 13 31 (67 rows).
 */
class BinaryClassificationTest {

    private static final List<List<String>> VALUES =
            List.of(List.of("south", "north"), List.of("smith", "clerk"), List.of("2025", "2026"));
    private static final int[][][] COUNTS = {{{0, 0, 3, 4}, {8, 1, 2, 12}}, {{1, 4, 5, 6}, {7, 2, 3, 9}}};

    private static LabelledBatch rows(int control) {
        List<int[]> rows = new ArrayList<>();
        for (int town = 0; town < 2; town++) {
            for (int job = 0; job < 2; job++) {
                for (int cell = 0; cell < 4; cell++) {
                    for (int i = 0; i < COUNTS[town][job][cell]; i++) {
                        rows.add(new int[] {town, job, cell});
                    }
                }
            }
        }
        int size = rows.size();
        int[] label = new int[size];
        int[] prediction = new int[size];
        double[] score = new double[size];
        double[] weight = new double[size];
        int[] cluster = new int[size];
        int[][] features = new int[3][size];
        for (int i = 0; i < size; i++) {
            int cell = rows.get(i)[2];
            label[i] = cell % 2 == 0 ? 1 : 0;
            prediction[i] = cell < 2 ? 1 : 0;
            score[i] = cell < 2 ? 0.75 : 0.25;
            weight[i] = 2;
            cluster[i] = i;
            features[0][i] = rows.get(i)[0];
            features[1][i] = rows.get(i)[1];
            features[2][i] = control;
        }
        return new LabelledBatch(size, label, prediction, score, weight, cluster, features);
    }

    private static BinaryPlan plan(UnaryOperator<PlanSketch> change) {
        return change.apply(new PlanSketch()).plan();
    }

    /** A plan in the making. */
    private static final class PlanSketch {
        private List<String> control = List.of();
        private Map<String, String> references = Map.of();
        private boolean scored;
        private boolean weighted;
        private boolean clustered;
        private boolean favorable = true;
        private OptionalDouble exclude = OptionalDouble.empty();

        BinaryPlan plan() {
            return new BinaryPlan(
                    new GroupPlan(
                            List.of("town", "job"),
                            List.of(List.of("town", "job")),
                            control,
                            references,
                            weighted,
                            clustered,
                            0.95,
                            200,
                            7,
                            12),
                    scored,
                    favorable,
                    List.of(4),
                    exclude,
                    Optional.empty());
        }
    }

    private static TaskOutcome outcome(BinaryPlan plan, LabelledBatch... batches) {
        BinaryClassification task = new BinaryClassification(plan);
        for (LabelledBatch batch : batches) {
            task.add(cut(plan, batch));
        }
        return task.outcome(VALUES);
    }

    private static LabelledBatch cut(BinaryPlan plan, LabelledBatch batch) {
        int features = plan.groups().sensitiveFeatures().size()
                + plan.groups().controlFeatures().size();
        int[][] columns = Arrays.copyOf(batch.features(), features);
        return new LabelledBatch(
                batch.rows(),
                batch.label(),
                batch.prediction(),
                batch.score(),
                batch.weight(),
                batch.cluster(),
                columns);
    }

    private static Measurement find(
            TaskOutcome outcome, String metric, Map<String, String> features, List<String> over, String... pair) {
        List<Measurement> found = outcome.measurements().stream()
                .filter(it -> it.metric().equals(metric)
                        && it.features().equals(features)
                        && it.over().equals(over)
                        && it.pair()
                                .equals(
                                        pair.length == 0
                                                ? Optional.empty()
                                                : Optional.of(new Measurement.Pair(pair[0], pair[1]))))
                .toList();
        assertEquals(1, found.size(), () -> metric + " " + features + " " + over + ": " + found);
        return found.get(0);
    }

    private static double value(Measurement measurement) {
        return assertInstanceOf(MetricValue.Measured.class, measurement.value(), measurement::toString)
                .value();
    }

    private final TaskOutcome plain = outcome(plan(it -> it), rows(0));

    @Test
    void everyGroupIsListed() {
        assertEquals(
                List.of(
                        new GroupSummary(Map.of(), 67, new GroupCounts(16, 7, 13, 31), false),
                        new GroupSummary(Map.of("town", "north"), 37, new GroupCounts(8, 6, 8, 15), false),
                        new GroupSummary(Map.of("town", "south"), 30, new GroupCounts(8, 1, 5, 16), false),
                        new GroupSummary(Map.of("job", "clerk"), 44, new GroupCounts(15, 3, 5, 21), false),
                        new GroupSummary(Map.of("job", "smith"), 23, new GroupCounts(1, 4, 8, 10), false),
                        new GroupSummary(
                                Map.of("town", "north", "job", "clerk"), 21, new GroupCounts(7, 2, 3, 9), false),
                        new GroupSummary(
                                Map.of("town", "north", "job", "smith"), 16, new GroupCounts(1, 4, 5, 6), false),
                        new GroupSummary(
                                Map.of("town", "south", "job", "clerk"), 23, new GroupCounts(8, 1, 2, 12), false),
                        new GroupSummary(
                                Map.of("town", "south", "job", "smith"), 7, new GroupCounts(0, 0, 3, 4), true)),
                plain.groups());
    }

    @Test
    void aShareComesWithItsCountsAndItsInterval() {
        Measurement missed = find(plain, "false_negative_rate", Map.of("town", "north"), List.of());
        assertEquals(0.5, value(missed));
        assertEquals(new Fraction(8, 16), missed.fraction().orElseThrow());
        assertEquals(Intervals.wilson(8, 16, 0.95), missed.uncertainty());
        Measurement count = find(plain, "count", Map.of("town", "north"), List.of());
        assertEquals(37, value(count));
        assertEquals(new NoInterval("a count of rows, not an estimate"), count.uncertainty());
    }

    @Test
    void undefinedIsSaid() {
        Measurement precision = find(plain, "precision", Map.of("town", "south", "job", "smith"), List.of());
        assertEquals(MetricValue.undefined("no predicted positives"), precision.value());
        assertEquals(new NoInterval("the value is undefined"), precision.uncertainty());
        assertEquals(
                MetricValue.undefined("no predicted positives"),
                find(plain, "matthews_corrcoef", Map.of("town", "south", "job", "smith"), List.of())
                        .value());
    }

    @Test
    void overGroups() {
        Measurement difference = find(plain, "demographic_parity_difference", Map.of(), List.of("town", "job"));
        assertEquals(9 / 21.0, value(difference), 1e-15);
        assertEquals(List.of("north | clerk", "south | smith"), difference.groups());
        Measurement opportunity = find(plain, "equal_opportunity_difference", Map.of(), List.of("town"));
        assertEquals(8 / 13.0 - 8 / 16.0, value(opportunity), 1e-15);
        assertEquals(List.of("south", "north"), opportunity.groups());
    }

    @Test
    void pairsAreSignedAgainstTheLargestGroup() {
        Measurement parity =
                find(plain, "aif360.statistical_parity_difference", Map.of(), List.of("town"), "south", "north");
        assertEquals(9 / 30.0 - 14 / 37.0, value(parity), 1e-15);
        assertEquals(Intervals.newcombe(9, 30, 14, 37, 0.95), parity.uncertainty());
        Measurement impact = find(plain, "aif360.disparate_impact", Map.of(), List.of("town"), "south", "north");
        assertEquals(9 / 30.0 / (14 / 37.0), value(impact), 1e-15);
        assertEquals(Intervals.katz(9, 30, 14, 37, 0.95), impact.uncertainty());
        // everybody but north/clerk... the largest is south/clerk with 23 rows
        Measurement rest = find(
                plain, "aif360.equal_opportunity_difference", Map.of(), List.of("town", "job"), "*", "south | clerk");
        assertEquals(8 / 19.0 - 8 / 10.0, value(rest), 1e-15);
        assertEquals(
                MetricValue.undefined("no predicted positives in the group"),
                find(
                                plain,
                                "aif360.false_discovery_rate_difference",
                                Map.of(),
                                List.of("town", "job"),
                                "south | smith",
                                "south | clerk")
                        .value());
        assertEquals(
                MetricValue.undefined("a rate of the group or of the reference is undefined"),
                find(
                                plain,
                                "aif360.average_predictive_value_difference",
                                Map.of(),
                                List.of("town", "job"),
                                "south | smith",
                                "south | clerk")
                        .value());
    }

    @Test
    void theNamedReferenceIsTaken() {
        TaskOutcome outcome = outcome(
                plan(it -> {
                    it.references = Map.of("town", "south", "town | job", "south | smith");
                    it.favorable = false;
                    return it;
                }),
                rows(0));
        assertEquals(
                23 / 37.0 - 21 / 30.0,
                value(find(
                        outcome, "aif360.statistical_parity_difference", Map.of(), List.of("town"), "north", "south")),
                1e-15);
        assertEquals(
                MetricValue.undefined("the reference group's rate is 0"),
                find(
                                outcome,
                                "aequitas.pprev_disparity",
                                Map.of(),
                                List.of("town", "job"),
                                "north | clerk",
                                "south | smith")
                        .value());
        assertEquals(
                MetricValue.undefined("no predicted positives in the reference group"),
                find(
                                outcome,
                                "aequitas.ppr_disparity",
                                Map.of(),
                                List.of("town", "job"),
                                "north | clerk",
                                "south | smith")
                        .value());
        IllegalArgumentException missing = assertThrows(
                IllegalArgumentException.class,
                () -> outcome(
                        plan(it -> {
                            it.references = Map.of("town", "west");
                            return it;
                        }),
                        rows(0)));
        assertEquals("the reference group \"west\" does not occur in [town]", missing.getMessage());
    }

    @Test
    void aequitasShares() {
        Measurement share = find(plain, "aequitas.ppr", Map.of("town", "south"), List.of());
        assertEquals(9 / 23.0, value(share), 1e-15);
        assertEquals(Intervals.wilson(9, 23, 0.95), share.uncertainty());
        assertEquals(
                9 / 14.0,
                value(find(plain, "aequitas.ppr_disparity", Map.of(), List.of("town"), "south", "north")),
                1e-15);
        Measurement itself = find(plain, "aequitas.fpr_disparity", Map.of(), List.of("town"), "north", "north");
        assertEquals(1, value(itself));
        assertEquals(new NoInterval("the reference group against itself"), itself.uncertainty());
    }

    @Test
    void localLaw144() {
        TaskOutcome outcome = outcome(
                plan(it -> {
                    it.exclude = OptionalDouble.of(0.35);
                    it.scored = true;
                    return it;
                }),
                rows(0));
        List<Measurement> clerks = outcome.measurements().stream()
                .filter(it -> it.metric().equals("ll144.impact_ratio")
                        && it.features().equals(Map.of("job", "smith")))
                .toList();
        assertEquals(5 / 23.0 / (18 / 44.0), value(clerks.get(0)), 1e-15);
        assertEquals(List.of("clerk"), clerks.get(0).groups());
        assertEquals(Map.of("exclude_below", 0.35), clerks.get(1).at());
        assertEquals(
                MetricValue.undefined("a smaller share of all rows, left out"),
                clerks.get(1).value());
        // scores are 0.25 or 0.75 and most are 0.25: above the median is to be selected
        assertEquals(18 / 44.0, value(find(outcome, "ll144.scoring_rate", Map.of("job", "clerk"), List.of())), 1e-15);
        assertTrue(plain.measurements().stream().noneMatch(it -> it.metric().equals("ll144.scoring_rate")));
    }

    @Test
    void nobodySelectedHasNoImpactRatio() {
        LabelledBatch rows = rows(0);
        Arrays.fill(rows.prediction(), (byte) 0);
        TaskOutcome outcome = outcome(plan(it -> it), rows);
        assertEquals(
                MetricValue.undefined("no category has a rate above 0"),
                find(outcome, "ll144.impact_ratio", Map.of("town", "north"), List.of())
                        .value());
        assertEquals(
                MetricValue.undefined("no predicted positives"),
                find(outcome, "aequitas.ppr", Map.of("town", "north"), List.of())
                        .value());
    }

    /** 2026 holds the same rows and one more: a smith of the north, true positive. */
    @Test
    void controlFeaturesSlice() {
        LabelledBatch one =
                new LabelledBatch(1, new int[] {1}, new int[] {1}, null, null, null, new int[][] {{1}, {0}, {1}});
        BinaryPlan plan = plan(it -> {
            it.control = List.of("year");
            return it;
        });
        TaskOutcome outcome = outcome(plan, rows(0), rows(1), one);
        assertEquals(
                value(find(plain, "accuracy", Map.of("town", "north"), List.of())),
                value(find(outcome, "accuracy", Map.of("town", "north", "year", "2025"), List.of())));
        assertEquals(
                24 / 38.0, value(find(outcome, "accuracy", Map.of("town", "north", "year", "2026"), List.of())), 1e-15);
        assertEquals(48 / 68.0, value(find(outcome, "accuracy", Map.of("year", "2026"), List.of())), 1e-15);
        assertEquals(95 / 135.0, value(find(outcome, "accuracy", Map.of(), List.of())), 1e-15);
        assertEquals(
                value(find(plain, "equalized_odds_difference", Map.of(), List.of("town"))),
                value(find(outcome, "equalized_odds_difference", Map.of("year", "2025"), List.of("town"))));
        assertEquals(
                15 / 38.0 - 9 / 30.0,
                value(find(outcome, "demographic_parity_difference", Map.of("year", "2026"), List.of("town"))),
                1e-15);
    }

    @Test
    void aReferenceMayBeMissingInASlice() {
        LabelledBatch one =
                new LabelledBatch(1, new int[] {1}, new int[] {1}, null, null, null, new int[][] {{0}, {0}, {1}});
        BinaryPlan plan = plan(it -> {
            it.control = List.of("year");
            return it;
        });
        TaskOutcome outcome = outcome(plan, rows(0), one);
        assertEquals(
                MetricValue.undefined("no rows in the reference group"),
                find(
                                outcome,
                                "aif360.statistical_parity_difference",
                                Map.of("year", "2026"),
                                List.of("town"),
                                "south",
                                "north")
                        .value());
    }

    @Test
    void weightsAreSummed() {
        TaskOutcome outcome = outcome(
                plan(it -> {
                    it.weighted = true;
                    return it;
                }),
                rows(0));
        Measurement missed = find(outcome, "false_negative_rate", Map.of("town", "north"), List.of());
        assertEquals(new Fraction(16, 32), missed.fraction().orElseThrow());
        Interval interval = assertInstanceOf(Interval.class, missed.uncertainty());
        assertEquals(Intervals.wilson(8, 16, 0.95).low(), interval.low(), 1e-12);
        assertEquals("wilson_effective_rows", interval.method());
        assertEquals(37, value(find(outcome, "count", Map.of("town", "north"), List.of())));
        assertEquals(
                new NoInterval("a share over all groups of rows with weights or clusters"),
                find(outcome, "aequitas.ppr", Map.of("town", "north"), List.of())
                        .uncertainty());
    }

    @Test
    void rowsWithoutWeightAreListedAndSaidToWeighNothing() {
        LabelledBatch weightless = rows(0);
        Arrays.fill(requireNonNull(weightless.weight()), 0);
        TaskOutcome outcome = outcome(
                plan(it -> {
                    it.weighted = true;
                    return it;
                }),
                weightless);
        assertEquals(37, outcome.groups().get(1).rows());
        for (String metric : List.of("accuracy", "f1_score", "matthews_corrcoef")) {
            assertEquals(
                    MetricValue.undefined("all weights are 0"),
                    find(outcome, metric, Map.of("town", "north"), List.of()).value());
        }
    }

    @Test
    void clustersOfSingleRowsAreAlmostPlain() {
        TaskOutcome outcome = outcome(
                plan(it -> {
                    it.clustered = true;
                    return it;
                }),
                rows(0));
        Interval interval = assertInstanceOf(
                Interval.class,
                find(outcome, "false_negative_rate", Map.of("town", "north"), List.of())
                        .uncertainty());
        assertEquals(Intervals.wilson(7.5, 15, 0.95).low(), interval.low(), 1e-12);
    }

    @Test
    void manyRowsFallBackToTheHistogram() {
        BinaryPlan plan = plan(it -> {
            it.scored = true;
            return it;
        });
        BinaryClassification few = new BinaryClassification(plan, 20);
        few.add(cut(plan, rows(0)));
        TaskOutcome binned = few.outcome(VALUES);
        TaskOutcome exact = outcome(plan, rows(0));
        Measurement area = find(binned, "roc_auc", Map.of(), List.of());
        assertEquals(value(find(exact, "roc_auc", Map.of(), List.of())), value(area), 1e-12);
        assertTrue(area.at().containsKey("error_bound"));
        assertEquals(
                find(exact, "accuracy", Map.of(), List.of()).uncertainty(),
                find(binned, "accuracy", Map.of(), List.of()).uncertainty());
        assertTrue(binned.measurements().stream().noneMatch(it -> it.metric().startsWith("ll144.scoring")));
    }

    @Test
    void clustersThatWereLetGoLeaveNoInterval() {
        BinaryPlan plan = plan(it -> {
            it.clustered = true;
            return it;
        });
        BinaryClassification few = new BinaryClassification(plan, 20);
        few.add(cut(plan, rows(0)));
        assertEquals(
                new NoInterval("too many rows to keep their clusters"),
                find(few.outcome(VALUES), "accuracy", Map.of(), List.of()).uncertainty());
    }

    @Test
    void noRowsAtAll() {
        TaskOutcome outcome = outcome(plan(it -> it));
        assertEquals(List.of(new GroupSummary(Map.of(), 0, GroupCounts.NONE, true)), outcome.groups());
        assertEquals(List.of(), outcome.measurements());
    }

    @Test
    void aBatchMustHoldWhatThePlanPromises() {
        LabelledBatch good = rows(0);
        BinaryPlan all = plan(it -> {
            it.scored = true;
            it.weighted = true;
            it.clustered = true;
            return it;
        });
        LabelledBatch batch = cut(all, good);
        refused(
                all,
                "the batch has no scores",
                new LabelledBatch(
                        1, batch.label(), batch.prediction(), null, batch.weight(), batch.cluster(), batch.features()));
        refused(
                all,
                "the batch has no weights",
                new LabelledBatch(
                        1, batch.label(), batch.prediction(), batch.score(), null, batch.cluster(), batch.features()));
        refused(
                all,
                "the batch has no clusters",
                new LabelledBatch(
                        1, batch.label(), batch.prediction(), batch.score(), batch.weight(), null, batch.features()));
        refused(all, "the batch has 3 features, the plan 2", good);
        for (double score : new double[] {-0.01, 1.01, Double.NaN}) {
            requireNonNull(good.score())[0] = score;
            refused(all, "row 0: a score lies from 0 to 1, not " + score, batch);
        }
        requireNonNull(good.score())[0] = 0.5;
        for (double weight : new double[] {-1, Double.POSITIVE_INFINITY, Double.NaN, 0x1p40}) {
            requireNonNull(good.weight())[0] = weight;
            refused(all, "row 0: a weight lies from 0 to 2^40, not " + weight, batch);
        }
        requireNonNull(good.weight())[0] = 1;
        good.label()[0] = 2;
        refused(all, "row 0: neither 0 nor 1: 2", batch);
    }

    private static void refused(BinaryPlan plan, String message, LabelledBatch batch) {
        BinaryClassification task = new BinaryClassification(plan);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> task.add(batch))
                        .getMessage());
    }

    @Test
    void aPlanMustMakeSense() {
        assertThrows(IllegalArgumentException.class, () -> Plans.plain(List.of("a"), List.of(List.of("a", "b"))));
    }
}
