package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.Confusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three fruits in two shops; which rows were taken for which is {@link #COUNTS}. */
class MulticlassTest {

    private static final Map<String, String> A = Map.of("shop", "A");
    private static final Map<String, String> B = Map.of("shop", "B");
    private static final List<String> FRUIT = List.of("apple", "fig", "lime");
    /** By [shop][truth][answer]. */
    private static final int[][][] COUNTS = {{{2, 1, 0}, {0, 3, 0}, {1, 0, 1}}, {{1, 0, 0}, {0, 1, 2}, {0, 0, 4}}};

    private static Found measured(MulticlassPlan plan, List<String> labels, int[] codes) {
        List<int[]> rows = new ArrayList<>();
        for (int shop = 0; shop < 2; shop++) {
            for (int truth = 0; truth < 3; truth++) {
                for (int answer = 0; answer < 3; answer++) {
                    for (int i = 0; i < COUNTS[shop][truth][answer]; i++) {
                        rows.add(new int[] {shop, codes[truth], codes[answer]});
                    }
                }
            }
        }
        int size = rows.size();
        int[] shop = rows.stream().mapToInt(row -> row[0]).toArray();
        int[] truth = rows.stream().mapToInt(row -> row[1]).toArray();
        int[] answer = rows.stream().mapToInt(row -> row[2]).toArray();
        double[] weight = new double[size];
        int[] cluster = new int[size];
        for (int row = 0; row < size; row++) {
            weight[row] = 2;
            cluster[row] = row / 2;
        }
        Multiclass task = new Multiclass(plan);
        task.add(new ClassBatch(
                size,
                truth,
                answer,
                null,
                plan.groups().weighted() ? weight : null,
                plan.groups().clustered() ? cluster : null,
                new int[][] {shop}));
        return new Found(task.outcome(List.of(List.of("A", "B")), labels));
    }

    private static MulticlassPlan plan(int classes, boolean weighted, boolean clustered) {
        return new MulticlassPlan(
                Found.plan("shop", weighted, clustered), classes, false, List.of(10), OptionalDouble.empty());
    }

    private final Found plain = measured(plan(0, false, false), FRUIT, new int[] {0, 1, 2});

    @ParameterizedTest
    @CsvSource({
        "accuracy,          0.75,               0.75",
        "balanced_accuracy, 0.7222222222222222, 0.7777777777777778",
        "precision_macro,   0.8055555555555556, 0.8888888888888888",
        "recall_macro,      0.7222222222222222, 0.7777777777777778",
        "f1_macro,          0.7301587301587301, 0.7666666666666667",
        "f1_weighted,       0.7380952380952381, 0.7125",
        "cohen_kappa,       0.6097560975609756, 0.5555555555555556",
        "matthews_corrcoef, 0.6257827179021986, 0.6362847629757779"
    })
    void measuresAllClassesTogether(String metric, double a, double b) {
        assertEquals(a, value(plain.of(metric, A)), 1e-15);
        assertEquals(b, value(plain.of(metric, B)), 1e-15);
        assertEquals(Math.abs(a - b), value(plain.over(metric + "_difference", "shop", Map.of())), 1e-15);
    }

    /**
     * Nine cells that all differ: apples 9 2 1, figs 3 8 4, limes 5 6 7. So 24 of 45 are right; 12, 15 and 18 are meant, 17, 16 and
     * 12 answered.
     */
    @Test
    void measuresWhereEveryCellDiffers() {
        int[][] cells = {{9, 2, 1}, {3, 8, 4}, {5, 6, 7}};
        List<Integer> truths = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (int truth = 0; truth < 3; truth++) {
            for (int answer = 0; answer < 3; answer++) {
                for (int i = 0; i < cells[truth][answer]; i++) {
                    truths.add(truth);
                    answers.add(answer);
                }
            }
        }
        Multiclass task = new Multiclass(plan(0, false, false));
        task.add(new ClassBatch(
                45,
                truths.stream().mapToInt(Integer::intValue).toArray(),
                answers.stream().mapToInt(Integer::intValue).toArray(),
                null,
                null,
                null,
                new int[][] {new int[45]}));
        Found found = new Found(task.outcome(List.of(List.of("A")), FRUIT));
        double apple = 18 / 29.0;
        double fig = 16 / 31.0;
        double lime = 14 / 30.0;
        assertEquals(24 / 45.0, value(found.of("accuracy", A)), 1e-15);
        assertEquals((9 / 12.0 + 8 / 15.0 + 7 / 18.0) / 3, value(found.of("balanced_accuracy", A)), 1e-15);
        assertEquals((9 / 17.0 + 8 / 16.0 + 7 / 12.0) / 3, value(found.of("precision_macro", A)), 1e-15);
        assertEquals((9 / 12.0 + 8 / 15.0 + 7 / 18.0) / 3, value(found.of("recall_macro", A)), 1e-15);
        assertEquals((apple + fig + lime) / 3, value(found.of("f1_macro", A)), 1e-15);
        assertEquals((12 * apple + 15 * fig + 18 * lime) / 45, value(found.of("f1_weighted", A)), 1e-15);
        // by chance 12 * 17 + 15 * 16 + 18 * 12 = 660 of 2025; 24 * 45 = 1080 are right
        assertEquals(420 / 1365.0, value(found.of("cohen_kappa", A)), 1e-15);
        // 2025 less 144 + 225 + 324 = 693, and less 289 + 256 + 144 = 689
        assertEquals(420 / Math.sqrt(1332.0 * 1336), value(found.of("matthews_corrcoef", A)), 1e-15);
        Map<String, Object> limes = Map.of("class", "lime");
        assertEquals(7 / 18.0, value(found.of("true_positive_rate", A, limes)), 1e-15);
        assertEquals(5 / 27.0, value(found.of("false_positive_rate", A, limes)), 1e-15);
        assertEquals(7 / 12.0, value(found.of("precision", A, limes)), 1e-15);
        assertEquals(11 / 33.0, value(found.of("false_omission_rate", A, limes)), 1e-15);
        assertEquals(29 / 45.0, value(found.of("accuracy", A, limes)), 1e-15);
    }

    /** A's apples: 2 found, 1 missed, 1 that is none, 4 that are not taken for any; B's limes: 4, 0, 2, 2. */
    @Test
    void holdsEachClassAgainstTheRest() {
        Map<String, Object> apple = Map.of("class", "apple");
        Map<String, Object> lime = Map.of("class", "lime");
        assertEquals(2 / 3.0, value(plain.of("true_positive_rate", A, apple)), 1e-15);
        assertEquals(1 / 5.0, value(plain.of("false_positive_rate", A, apple)), 1e-15);
        assertEquals(1.0, value(plain.of("true_positive_rate", B, lime)), 1e-15);
        assertEquals(2 / 4.0, value(plain.of("false_positive_rate", B, lime)), 1e-15);
        assertEquals(5 / 8.0, value(plain.over("demographic_parity_difference", "shop", lime)), 1e-15);
        assertEquals(5 / 8.0, value(plain.over("demographic_parity_difference", "shop", Map.of())), 1e-15);
        assertEquals(2 / 8.0, value(plain.over("demographic_parity_difference", "shop", apple)), 1e-15);
        assertEquals(
                "wilson", interval(plain.of("true_positive_rate", A, apple)).method());
    }

    /** Answers 3, 4, 1 of 8 against 1, 1, 6 of 8. */
    @Test
    void measuresHowDifferentlyGroupsAreAnswered() {
        assertEquals(5 / 8.0, value(plain.pair("total_variation_distance", "shop", "B", "A")), 1e-15);
        assertEquals(5 / 8.0, value(plain.over("total_variation_distance", "shop", Map.of())), 1e-15);
    }

    @Test
    void showsTheConfusionMatrices() {
        Confusion confusion = plain.outcome().confusion().orElseThrow();
        assertEquals(FRUIT, confusion.classes());
        assertEquals(
                List.of(Map.of(), A, B),
                confusion.groups().stream().map(it -> it.features()).toList());
        assertArrayEquals(
                new long[] {2, 1, 3, 1, 1}, confusion.groups().get(1).cells().rowsOf());
        assertArrayEquals(
                new int[] {0, 0, 1, 2, 2}, confusion.groups().get(1).cells().truth());
        assertArrayEquals(
                new int[] {0, 1, 1, 0, 2}, confusion.groups().get(1).cells().answer());
    }

    /** Classes that nobody has named are met in some order and shown in theirs. */
    @Test
    void theOrderInWhichClassesAreMetSaysNothing() {
        Found shuffled = measured(plan(0, false, false), List.of("lime", "apple", "fig"), new int[] {1, 2, 0});
        assertEquals(plain.outcome().measurements(), shuffled.outcome().measurements());
        assertEquals(FRUIT, shuffled.outcome().confusion().orElseThrow().classes());
    }

    @Test
    void evenWeightsChangeNoValue() {
        Found weighted = measured(plan(0, true, false), FRUIT, new int[] {0, 1, 2});
        for (String metric : List.of("f1_macro", "cohen_kappa", "accuracy")) {
            assertEquals(value(plain.of(metric, A)), value(weighted.of(metric, A)), 1e-15);
        }
        assertEquals(
                "bootstrap_effective_rows", interval(weighted.of("f1_macro", A)).method());
    }

    @Test
    void clustersAreDrawnTogether() {
        Found clustered = measured(plan(3, false, true), FRUIT, new int[] {0, 1, 2});
        assertEquals(value(plain.of("f1_macro", A)), value(clustered.of("f1_macro", A)), 1e-15);
        assertEquals("bootstrap_clusters", interval(clustered.of("f1_macro", A)).method());
        assertEquals(
                "wilson_effective_rows",
                interval(clustered.of("true_positive_rate", A, Map.of("class", "fig")))
                        .method());
    }

    /** Row 1: 0.7, 0.2, 0.1 and an apple; row 2: 0.3, 0.2, 0.5 and a fig; row 3: 0.1, 0.6, 0.3 and a lime. */
    @Test
    void measuresProbabilities() {
        MulticlassPlan plan =
                new MulticlassPlan(Found.plan("shop", false, false), 3, true, List.of(4), OptionalDouble.empty());
        Multiclass task = new Multiclass(plan);
        double[] scores = {0.7, 0.2, 0.1, 0.3, 0.2, 0.5, 0.1, 0.6, 0.3};
        task.add(new ClassBatch(
                3, new int[] {0, 1, 2}, new int[] {0, 2, 1}, scores, null, null, new int[][] {{0, 0, 0}}));
        Found found = new Found(task.outcome(List.of(List.of("A")), FRUIT));
        assertEquals(-(Math.log(0.7) + Math.log(0.2) + Math.log(0.3)) / 3, value(found.of("log_loss", A)), 1e-15);
        assertEquals(
                (0.09 + 0.04 + 0.01 + 0.09 + 0.64 + 0.25 + 0.01 + 0.36 + 0.49) / 3,
                value(found.of("brier_score", A)),
                1e-15);
        assertEquals(2 / 3.0, value(found.of("top_k_accuracy", A, Map.of("k", 2))), 1e-15);
        assertEquals("student_t", interval(found.of("log_loss", A)).method());
        // all three answers lie in the bin from 0.5 to 0.75: 1.8 expected, one of them right
        assertEquals(
                0.8 / 3,
                value(found.of("expected_calibration_error", A, Map.of("bins", 4, "edges", "floor", "label", "top"))),
                1e-15);
        // apples: 0.7 against 0.3 and 0.1; figs: 0.2 against 0.2 and 0.6
        assertEquals(1, value(found.of("roc_auc", A, Map.of("class", "apple"))), 1e-15);
        assertEquals(0.25, value(found.of("roc_auc", A, Map.of("class", "fig"))), 1e-15);
    }

    /** 0.7, 0.2 and 0.1 add up to 0.9999999999999999 in doubles, which must not move 0.7 out of the bin from 0.6 to 0.7; 0.4 and 0.2 are shares of 0.6. */
    @Test
    void roundingMovesNoProbabilityIntoAnotherBin() {
        MulticlassPlan plan =
                new MulticlassPlan(Found.plan("shop", false, false), 3, true, List.of(10), OptionalDouble.empty());
        Multiclass task = new Multiclass(plan);
        double[] scores = {0.7, 0.2, 0.1, 0.65, 0.2, 0.15, 0.4, 0.2, 0};
        task.add(new ClassBatch(3, new int[] {0, 1, 0}, new int[3], scores, null, null, new int[][] {{0, 0, 0}}));
        Found found = new Found(task.outcome(List.of(List.of("A")), FRUIT));
        // one bin: 0.7, 0.65 and two thirds expected, two of them right; else 0.7 were alone
        assertEquals(
                (0.7 + 0.65 + 2 / 3.0 - 2) / 3,
                value(found.of("expected_calibration_error", A, Map.of("bins", 10, "edges", "ceil", "label", "top"))),
                1e-15);
    }

    @Test
    void oneClassAloneLeavesChanceUndefined() {
        Multiclass task = new Multiclass(plan(0, false, false));
        task.add(new ClassBatch(2, new int[2], new int[2], null, null, null, new int[][] {{0, 0}}));
        Found found = new Found(task.outcome(List.of(List.of("A")), List.of("apple")));
        assertEquals("one class only, in labels and predictions", undefined(found.of("cohen_kappa", A)));
        assertEquals("one class only, in labels or predictions", undefined(found.of("matthews_corrcoef", A)));
        assertEquals(1, value(found.of("f1_macro", A)));
    }

    @Test
    void namesEveryMetricOnce() {
        long distinct = plain.outcome().measurements().stream()
                .map(it -> it.metric() + it.features() + it.over() + it.pair() + it.at())
                .distinct()
                .count();
        assertEquals(plain.outcome().measurements().size(), distinct);
    }
}
