package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the tails of as many tosses of a fair coin. */
class OrderStatisticsTest {

    private static double[] squares(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i * i).toArray();
    }

    private static Uncertainty interval(double low, double high, double confidence) {
        return new Interval(low, high, confidence, "order_statistics");
    }

    /** Of 11 at most one is head in 12 of 2048 cases, at most two in 67; of 6 none in 1 of 64; of 5 none in 1 of 32. */
    @Test
    void holdsTheMedian() {
        assertEquals(interval(4, 100, 0.95), OrderStatistics.median(squares(11), 0.95));
        assertEquals(interval(9, 81, 0.9), OrderStatistics.median(squares(11), 0.9));
        assertEquals(interval(1, 36, 0.95), OrderStatistics.median(squares(6), 0.95));
        assertEquals(
                new Uncertainty.NoInterval("too few rows for an interval of the median"),
                OrderStatistics.median(squares(5), 0.95));
        // of 40 at most 13 are heads in 1.9 % of all cases, at most 14 in 4.0 %
        assertEquals(interval(14 * 14, 27 * 27, 0.95), OrderStatistics.median(squares(40), 0.95));
    }

    @Test
    void isAsSureAsTheIntervalIsNarrow() {
        assertEquals(
                Estimate.known(48 / 1.959963984540054).standardError(),
                OrderStatistics.estimateOfMedian(squares(11)).orElseThrow().standardError(),
                1e-13);
        assertEquals(Optional.empty(), OrderStatistics.estimateOfMedian(squares(5)));
        assertEquals(
                Optional.empty(), OrderStatistics.estimateOfMedian(new double[] {0, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8}));
    }
}
