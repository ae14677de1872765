package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.Random;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty.NoInterval;
import org.junit.jupiter.api.Test;

class NeighborSampleTest {

    private static final int ROWS = 500;

    private static void add(NeighborSample sample, int row) {
        sample.add(row, row * 7919 % 13 < 5, new double[] {row * 31 % 97, row % 10});
    }

    private static Measurement whole(long seed, int most) {
        NeighborSample all = new NeighborSample(2, seed, most);
        for (int row = 0; row < ROWS; row++) {
            add(all, row);
        }
        return all.consistency();
    }

    @Test
    void anySplitGivesTheSameSample() {
        for (int most : new int[] {40, 499, 500, 1000}) {
            Measurement whole = whole(7, most);
            for (int round = 0; round < 10; round++) {
                Random random = new Random(round);
                NeighborSample one = new NeighborSample(2, 7, most);
                NeighborSample other = one.another();
                for (int row = ROWS - 1; row >= 0; row--) {
                    add(random.nextBoolean() ? one : other, row);
                }
                if (random.nextBoolean()) {
                    one.merge(other);
                    assertEquals(whole, one.consistency());
                } else {
                    other.merge(one);
                    assertEquals(whole, other.consistency());
                }
            }
        }
    }

    @Test
    void saysHowManyRowsWereLookedAtWhereNotAll() {
        assertEquals(Map.of("neighbors", 5), whole(7, 500).at());
        assertEquals(Map.of("neighbors", 5, "rows", 499), whole(7, 499).at());
        assertEquals(whole(7, 500).value(), whole(8, 500).value());
        assertNotEquals(whole(7, 40).value(), whole(8, 40).value());
    }

    /** One of five is answered otherwise: 1 - (0.8 + 4 * 0.2) / 5. */
    @Test
    void measuresOverAllRows() {
        NeighborSample sample = new NeighborSample(1, 7);
        for (int row = 0; row < 5; row++) {
            sample.add(row, row == 3, new double[] {row});
        }
        Measurement measured = sample.consistency();
        assertEquals("aif360.consistency", measured.metric());
        assertEquals(Map.of(), measured.features());
        assertEquals(0.68, ((MetricValue.Measured) measured.value()).value(), 1e-15);
        assertEquals(
                new NoInterval("each row is compared with others, so that rows are no independent draws"),
                measured.uncertainty());
    }

    @Test
    void saysWhyThereIsNoValue() {
        assertEquals(
                MetricValue.undefined("fewer rows with all features than neighbours"),
                new NeighborSample(1, 7).consistency().value());
        assertEquals(
                MetricValue.undefined("no numeric columns feed a model, and options.consistency_features names none"),
                NeighborSample.withoutFeatures().value());
    }
}
