package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists with one item each of two groups, whose exposures add up to 1.5 in every list. */
class RankingGroupTest {

    private static final int LISTS = 5_000;
    private static final RankingMetrics METRICS = new RankingMetrics(List.of(), false);
    private static final double[] FIRST = new Random(7).doubles(LISTS, 0.5, 1).toArray();

    private static RankingGroup group(boolean first) {
        double[][] units = new double[LISTS][METRICS.sums()];
        for (int list = 0; list < LISTS; list++) {
            units[list][RankingMetrics.ITEMS] = 1;
            units[list][RankingMetrics.ALL_ITEMS] = 2;
            units[list][RankingMetrics.MIXED] = 1;
            units[list][RankingMetrics.EXPOSURE] = first ? FIRST[list] : 1.5 - FIRST[list];
        }
        return new RankingGroup(METRICS, IntStream.range(0, LISTS).toArray(), units, false);
    }

    private static int exposure() {
        return METRICS.list().stream().map(BaseMetric::name).toList().indexOf("exposure");
    }

    @Test
    void listsAreDrawnAgainForBothGroupsAlike() {
        double[][] one = group(true).replicates(200, 7, "one");
        double[][] two = group(false).replicates(200, 7, "two");
        for (int replicate = 0; replicate < one.length; replicate++) {
            assertEquals(1.5, one[replicate][exposure()] + two[replicate][exposure()], 1e-12);
        }
        assertTrue(one[0][exposure()] != one[1][exposure()]);
    }

    /** The spread of the replicates is the standard error, within what 200 of them can tell. */
    @Test
    void theReplicatesSpreadAsTheStandardErrorSays() {
        double[] values = Arrays.stream(group(true).replicates(200, 7, "one"))
                .mapToDouble(replicate -> replicate[exposure()])
                .toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double spread = Math.sqrt(
                Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum() / 199);
        Interval interval = (Interval) group(true).uncertainty(exposure(), 0.95).orElseThrow();
        assertEquals(1, spread / interval.estimate().orElseThrow().standardError(), 0.2);
    }

    @Test
    void theDifferenceIsTwiceAsUnsureAsEach() {
        double own = ((Interval) group(true).uncertainty(exposure(), 0.95).orElseThrow())
                .estimate()
                .orElseThrow()
                .standardError();
        double difference = ((Interval)
                        group(true).difference(exposure(), group(false), 0.95).orElseThrow())
                .estimate()
                .orElseThrow()
                .standardError();
        assertEquals(2 * own, difference, 1e-12);
    }
}
