package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Average precision, worked by hand and as COCO's own program goes about it. */
class PrecisionCurveTest {

    /**
     * A hit, an alarm and a hit, of 2 objects: precision 1 up to a recall of 0.5 (51 of 101 recalls), 2/3 above it. Where the second
     * detection does not count: 1 throughout. With the alarm's image twice: 1 and 2/4. Without the image of the first hit, an alarm
     * comes before the only hit: 1/2 up to a recall of 0.5.
     */
    @Test
    void isWorkedByHand() {
        PrecisionCurve curve =
                new PrecisionCurve(new int[] {0, 1, 2}, new long[] {0b11, 0b10, 0b11}, new long[] {0, 0b10, 0}, 1, 2);
        assertArrayEquals(
                new double[] {(51 + 50 * 2 / 3.0) / 101, 1},
                curve.averages(new int[] {1, 1, 1}, new long[] {2}),
                1e-15);
        assertArrayEquals(
                new double[] {(51 + 50 / 2.0) / 101, 1}, curve.averages(new int[] {1, 2, 1}, new long[] {2}), 1e-15);
        assertArrayEquals(
                new double[] {51 / 2.0 / 101, 51 / 101.0}, curve.averages(new int[] {0, 1, 1}, new long[] {2}), 1e-15);
        assertArrayEquals(new double[] {0, 0}, curve.averages(new int[] {0, 5, 0}, new long[] {2}));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, curve.averages(new int[] {1, 1, 1}, new long[] {0}));
    }

    @Test
    void agreesWithEveryDetectionLookedAtForEveryBit() {
        Random random = new Random(5);
        for (int attempt = 0; attempt < 200; attempt++) {
            int size = random.nextInt(60);
            int[] unit = random.ints(size, 0, 9).toArray();
            long[] hit =
                    random.longs(size).map(bits -> bits & random.nextLong()).toArray();
            // what does not count mostly does not at all thresholds of an area
            long[] ignored = random.longs(size)
                    .map(bits -> (bits & random.nextLong() & random.nextLong())
                            | (random.nextInt(3) == 0 ? 0b111L << (3 * random.nextInt(4)) : 0))
                    .toArray();
            PrecisionCurve curve = new PrecisionCurve(unit, hit, ignored, 4, 3);
            int[] times = random.ints(9, 0, 4).toArray();
            long[] objects = random.longs(4, 0, 90).toArray();
            double[] expected = new double[12];
            for (int bit = 0; bit < 12; bit++) {
                expected[bit] = average(unit, hit, ignored, bit, times, objects[bit / 3]);
            }
            assertArrayEquals(expected, curve.averages(times, objects));
        }
    }

    private static double average(int[] unit, long[] hit, long[] ignored, int bit, int[] times, long objects) {
        double sum = 0;
        for (int recall = 100; recall >= 0; recall--) {
            double best = 0;
            long hits = 0;
            long alarms = 0;
            for (int i = 0; i < unit.length; i++) {
                if ((ignored[i] >> bit & 1) == 0 && (hit[i] >> bit & 1) == 0) {
                    alarms += times[unit[i]];
                } else if ((ignored[i] >> bit & 1) == 0 && times[unit[i]] > 0) {
                    hits += times[unit[i]];
                    if ((double) hits / objects >= recall * (1.0 / 100)) {
                        best = Math.max(best, (double) hits / (hits + alarms));
                    }
                }
            }
            sum += best;
        }
        return objects == 0 ? Double.NaN : sum / 101;
    }
}
