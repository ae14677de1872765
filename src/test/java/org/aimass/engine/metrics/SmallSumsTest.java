package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmallSumsTest {

    private static double sum(double... addends) {
        Compensated sum = new Compensated();
        for (double addend : addends) {
            sum.add(addend);
        }
        return sum.value();
    }

    /** Beside 10^16 a double has no room for 1, whichever comes first. */
    @Test
    void keepsWhatEachAdditionRoundsAway() {
        assertEquals(1, sum(1e16, 1, -1e16));
        assertEquals(1, sum(1, 1e16, -1e16));
        assertEquals(5, sum(2, 1e16, 3, -1e16));
    }

    /** 1, 2 and 6 have a mean of 3, with a standard error of the root of 14 / 2 / 3; 0, 0 and 1 could be no less than 0. */
    @Test
    void meanOfUnits() {
        MeanOfUnits mean = MeanOfUnits.of(new double[] {1, 2, 6}, new double[] {1, 1, 1});
        assertEquals(3, mean.value());
        Estimate estimate = mean.estimate().orElseThrow();
        assertEquals(Math.sqrt(14 / 6.0), estimate.standardError(), 1e-15);
        assertEquals(2, estimate.freedom());
        assertEquals("student_t_lists", ((Interval) mean.uncertainty(0.95, "student_t_lists")).method());
        assertEquals(
                0,
                ((Interval) MeanOfUnits.of(new double[] {0, 0, 1}, new double[] {1, 1, 1})
                                .uncertainty(0.95, "m"))
                        .low());
        assertEquals(
                new Uncertainty.NoInterval("fewer than two lists, or all alike"),
                MeanOfUnits.of(new double[] {4}, new double[] {1}).uncertainty(0.95, "m"));
    }

    /** Clusters 4 and 7 hold rows of cells 2 and 3, and 0 twice, with weights; without these they are counted. */
    /** 1, 2 and 6 with weights of 4, 1 and 3, and 99 with none: a mean of 24/8, deviations of -8, -1 and 9. */
    @Test
    void someUnitsWeighMore() {
        MeanOfUnits mean = MeanOfUnits.of(new double[] {1, 2, 6, 99}, new double[] {4, 1, 3, 0});
        assertEquals(3, mean.value());
        assertEquals(
                new Estimate(Math.sqrt(146 * 3 / 2.0) / 8, 2), mean.estimate().orElseThrow());
        assertTrue(
                Double.isNaN(MeanOfUnits.of(new double[] {5, 7}, new double[2]).value()));
        assertEquals(
                new Uncertainty.NoInterval("fewer than two lists, or all alike"),
                MeanOfUnits.of(new double[] {5, 7}, new double[2]).uncertainty(0.95, "m"));
    }

    @Test
    void clustersHoldTheirCells() {
        byte[] cell = {0, 2, 0, 3};
        int[] cluster = {7, 4, 7, 4};
        int[] slots = {1, 0, 1, 0};
        GroupRows weighted =
                new GroupRows(new RowColumns(null, cell, new double[] {0.5, 2, 3, 0.25}, cluster, null), 0, 4);
        assertArrayEquals(
                new double[][] {{0, 0, 2, 0.25, 0, 0, 0, 0}, {3.5, 0, 0, 0, 0, 0, 0, 0}},
                ClusterTotals.confusion(weighted, slots, row -> cell[row]));
        GroupRows plain = new GroupRows(new RowColumns(null, cell, null, cluster, null), 0, 4);
        assertArrayEquals(
                new double[][] {{0, 0, 1, 1, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 0, 0, 0}},
                ClusterTotals.confusion(plain, slots, row -> cell[row]));
    }

    /** Where the square lies about 0 nothing is known of the root. */
    @Test
    void rootsOfIntervals() {
        Interval about = new Interval(-2, 2, 0.95, "student_t", new Estimate(1, 5));
        assertEquals(new Interval(0, Math.sqrt(2), 0.95, "student_t"), about.root());
        Interval above = new Interval(4, 14, 0.95, "student_t", new Estimate(3, 5));
        assertEquals(new Interval(2, Math.sqrt(14), 0.95, "student_t", new Estimate(0.5, 5)), above.root());
    }

    @Test
    void aGroupOfAnotherTaskHasNoConfusion() {
        GroupSummary uncounted = GroupSummary.uncounted(Map.of("sex", "f"), 7, true);
        assertEquals(new GroupSummary(Map.of("sex", "f"), 7, Optional.empty(), true), uncounted);
        assertThrows(IllegalStateException.class, uncounted::counts);
        GroupCounts counts = new GroupCounts(1, 2, 3, 4);
        assertEquals(counts, new GroupSummary(Map.of(), 10, counts, false).counts());
    }

    /** 30 of 40 who could be selected are, so 10 are denied it; 12 of 20 are missed. */
    @Test
    void harmsAreToldByTheRateThatIsKnown() {
        long[] counts = {21, 9, 4, 6};
        Harm denied = Harm.lackOf(Rate.SELECTION_RATE);
        assertEquals(10, denied.harmed(counts));
        assertEquals(40, denied.concerned(counts));
        assertEquals(new Proportion(30, 40, 40, true), denied.share(10, 40));
        assertEquals(
                new Proportion(12, 20, 20, true),
                Harm.of(Rate.FALSE_NEGATIVE_RATE).share(12, 20));
    }

    /** Clusters of rows (0, 2) and (1, 5); of (2, 100); of (1, 3): whatever their numbers are, each comes once and in the same order. */
    @Test
    void clustersAreShuffledByWhatTheyHold() {
        int[] cell = {0, 2, 1, 1};
        double[] mass = {2, 100, 5, 3};
        int[] first = new int[3];
        for (int draw = 0; draw < 90; draw++) {
            double[][] shuffled = shuffled(new int[] {0, 1, 0, 2}, cell, mass, draw);
            assertArrayEquals(shuffled, shuffled(new int[] {2, 0, 2, 1}, cell, mass, draw));
            assertArrayEquals(shuffled, shuffled(new int[] {1, 2, 1, 0}, cell, mass, draw));
            assertArrayEquals(
                    new double[] {2, 8, 100}, Arrays.stream(shuffled).reduce(new double[3], SmallSumsTest::sum));
            for (int place = 0; place < 3; place++) {
                first[place] += shuffled[place][2] == 100 ? 1 : 0;
            }
        }
        assertEquals(90, first[0] + first[1] + first[2]);
        for (int times : first) {
            assertEquals(30, times, 15);
        }
    }

    private static double[][] shuffled(int[] slots, int[] cell, double[] mass, int draw) {
        return ClusterTotals.shuffled(slots, 3, row -> cell[row], row -> mass[row], new Draws(7, "draw " + draw));
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        Arrays.setAll(sum, i -> sum[i] + other[i]);
        return sum;
    }

    /** Units 5 and 9 are each drawn as often as their own stream says: 1 and 10, 2 and 20 times that. */
    @Test
    void unitsAreDrawnWithAllTheirSums() {
        SummedUnits units = new SummedUnits(new long[] {5, 9}, new double[][] {{1, 10}, {2, 20}}, 2);
        double[][] drawn = units.drawn(30, 7, "g");
        Draws five = new Draws(7, "g " + (Draws.mix(5) & 1_023));
        Draws nine = new Draws(7, "g " + (Draws.mix(9) & 1_023));
        for (double[] replicate : drawn) {
            double times = five.poissonOfOne() + 2.0 * nine.poissonOfOne();
            assertArrayEquals(new double[] {times, 10 * times}, replicate);
        }
    }

    @Test
    void equalNumbersStayInTheirOrder() {
        assertArrayEquals(new int[] {1, 3, 6, 2, 5, 0, 4}, SortedOrder.of(new double[] {3, 1, 2, 1, 3, 2, 1}));
        assertArrayEquals(new int[0], SortedOrder.of(new double[0]));
    }
}
