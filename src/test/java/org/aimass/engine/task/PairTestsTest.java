package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.BenjaminiHochberg;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.junit.jupiter.api.Test;

/** South 8 tp 1 fp 5 fn 16 tn, north 8 tp 6 fp 8 fn 15 tn, east a single tn; all in the year 2026. */
class PairTestsTest {

    private static final List<List<String>> VALUES = List.of(List.of("south", "north", "east"), List.of("2026"));
    private static final int[][] COUNTS = {{8, 1, 5, 16}, {8, 6, 8, 15}, {0, 0, 0, 1}};

    private static List<PairTest> tests(boolean controlled, boolean scored, boolean weighted, boolean clustered) {
        int[] rows = IntStream.range(0, 12)
                .flatMap(code -> IntStream.generate(() -> code).limit(COUNTS[code / 4][code % 4]))
                .toArray();
        GroupPlan groups = new GroupPlan(
                List.of("town"),
                List.of(),
                controlled ? List.of("year") : List.of(),
                Map.of(),
                weighted,
                clustered,
                0.95,
                199,
                7,
                10);
        BinaryClassification task = new BinaryClassification(
                new BinaryPlan(groups, scored, true, List.of(), OptionalDouble.empty(), Optional.empty()));
        int[] town = IntStream.of(rows).map(code -> code / 4).toArray();
        int[] year = new int[rows.length];
        task.add(new LabelledBatch(
                rows.length,
                IntStream.of(rows).map(code -> 1 - code % 2).toArray(),
                IntStream.of(rows).map(code -> code % 4 < 2 ? 1 : 0).toArray(),
                IntStream.of(rows)
                        .mapToDouble(code -> code % 4 < 2 ? 0.75 : 0.25)
                        .toArray(),
                IntStream.of(rows).mapToDouble(code -> 2).toArray(),
                IntStream.range(0, rows.length).toArray(),
                controlled ? new int[][] {town, year} : new int[][] {town}));
        return task.outcome(VALUES).tests();
    }

    private static String name(PairTest test) {
        return test.pair().group() + " " + test.metric() + " " + test.result().test();
    }

    private static double p(PairTest test) {
        return assertInstanceOf(MetricValue.Measured.class, test.result().pValue())
                .value();
    }

    /**
     * South against north, 30 and 37 rows: the normal approximation for shares of all rows and of the 44 predicted negatives, Fisher's
     * test for those of 29 labelled positives, 38 labelled negatives and 23 predicted positives. Values of SciPy 1.17.
     */
    @Test
    void aPair() {
        List<PairTest> tests = tests(false, false, false, false);
        assertEquals(
                List.of(
                        "south selection_rate two_proportion_z",
                        "south accuracy two_proportion_z",
                        "south true_positive_rate fisher_exact",
                        "south false_positive_rate fisher_exact",
                        "south precision fisher_exact",
                        "south false_omission_rate two_proportion_z"),
                tests.subList(6, 12).stream().map(PairTestsTest::name).toList());
        double[] expected = {
            0.5016470971735034,
            0.11259521548569547,
            0.7107293323705242,
            0.10444415707573604,
            0.17595663187263672,
            0.42553864008758224
        };
        double[] found =
                tests.subList(6, 12).stream().mapToDouble(PairTestsTest::p).toArray();
        assertArrayEquals(expected, found, 1e-12);
        assertEquals(new Measurement.Pair("south", "north"), tests.get(6).pair());
        assertEquals(List.of("town"), tests.get(6).over());
        assertEquals(Map.of(), tests.get(6).features());
    }

    @Test
    void allAreCorrectedForEachOther() {
        List<PairTest> tests = tests(false, false, false, false);
        List<PairTest> measured =
                tests.stream().filter(test -> test.adjusted().isPresent()).toList();
        // of the single row in the east only shares of all rows, negatives and predicted negatives
        assertEquals(10, measured.size());
        assertEquals(12, tests.size());
        assertArrayEquals(
                BenjaminiHochberg.adjust(
                        measured.stream().mapToDouble(PairTestsTest::p).toArray()),
                measured.stream()
                        .mapToDouble(test -> test.adjusted().orElseThrow())
                        .toArray());
        assertEquals(
                MetricValue.undefined("no labelled positives in the group"),
                tests.get(2).result().pValue());
    }

    @Test
    void withinControls() {
        List<PairTest> tests = tests(true, false, false, false);
        assertEquals(24, tests.size());
        assertEquals(Map.of("year", "2026"), tests.get(12).features());
        assertEquals(tests.get(0).result(), tests.get(12).result());
    }

    @Test
    void ofScores() {
        List<PairTest> tests = tests(false, true, false, false);
        assertEquals(
                List.of("south roc_auc permutation", "south calibration_in_the_large permutation"),
                tests.subList(14, 16).stream().map(PairTestsTest::name).toList());
        assertTrue(p(tests.get(14)) > 0.05);
        assertTrue(p(tests.get(15)) >= 1 / 200.0);
        assertEquals(
                MetricValue.undefined("the metric is undefined in the group or in the reference group"),
                tests.get(6).result().pValue());
    }

    /** Weights that are all 2 make rows no more effective. */
    @Test
    void weightedRowsCountAsManyAsTheyAreEffectively() {
        List<PairTest> tests = tests(false, true, true, false);
        assertEquals("south selection_rate two_proportion_z_effective_rows", name(tests.get(8)));
        assertEquals(0.5016470971735034, p(tests.get(8)), 1e-12);
        assertEquals("south true_positive_rate two_proportion_z_effective_rows", name(tests.get(10)));
        assertTrue(tests.get(10).adjusted().isEmpty());
        MetricValue none = MetricValue.undefined("rows with weights or clusters cannot change groups one by one");
        assertEquals(none, tests.get(14).result().pValue());
        assertEquals(none, tests(false, true, false, true).get(15).result().pValue());
    }
}
