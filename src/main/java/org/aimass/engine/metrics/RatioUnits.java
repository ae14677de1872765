package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.List;

/** The independent units of a group of rows, themselves or what they belong to, and what each adds to the sums. */
final class RatioUnits {

    /** By [number][unit]. */
    private final double[][] sums;

    private final int[] keys;
    private final int size;

    private RatioUnits(double[][] sums, int[] keys, int size) {
        this.sums = sums;
        this.keys = keys;
        this.size = size;
    }

    static RatioUnits of(RatioRows rows, int keying) {
        int[] codes = rows.keys()[keying];
        if (codes == null) {
            return new RatioUnits(rows.numbers(), new int[0], rows.size());
        }
        int[] slots = ClusterSlots.of(rows.size(), row -> codes[row]);
        int[] keys = Arrays.stream(codes).sorted().distinct().toArray();
        double[][] sums = new double[rows.numbers().length][keys.length];
        for (int number = 0; number < sums.length; number++) {
            Compensated[] totals = new Compensated[keys.length];
            Arrays.setAll(totals, unit -> new Compensated());
            for (int row = 0; row < slots.length; row++) {
                totals[slots[row]].add(rows.numbers()[number][row]);
            }
            double[] ofNumber = sums[number];
            Arrays.setAll(ofNumber, unit -> totals[unit].value());
        }
        return new RatioUnits(sums, keys, keys.length);
    }

    int size() {
        return size;
    }

    /** The code of a unit that is no row. */
    int key(int unit) {
        return keys[unit];
    }

    RatioEstimate.Column column(int number) {
        double[] column = sums[number];
        return unit -> column[unit];
    }

    /** The unit's own quotient; 0 where it has nothing below. */
    RatioEstimate.Column quotient(RatioMetric metric) {
        double[] above = sums[metric.above()];
        double[] below = sums[metric.below()];
        return unit -> below[unit] == 0 ? 0 : above[unit] / below[unit];
    }

    /** Whether the unit has something below: 1 or 0. */
    RatioEstimate.Column presence(RatioMetric metric) {
        double[] below = sums[metric.below()];
        return unit -> below[unit] == 0 ? 0 : 1;
    }

    double sum(int number) {
        Compensated total = new Compensated();
        for (int unit = 0; unit < size; unit++) {
            total.add(sums[number][unit]);
        }
        return total.value();
    }

    /** What stands above and below of each metric of the grouping, over as many units drawn with replacement. */
    double[] drawn(Draws draws, List<RatioMetric> metrics, int keying) {
        int[] times = new int[size];
        for (int pick = 0; pick < size; pick++) {
            times[draws.below(size)]++;
        }
        double[] drawn = new double[2 * metrics.size()];
        for (int metric = 0; metric < metrics.size(); metric++) {
            RatioMetric made = metrics.get(metric);
            if (made.keying() != keying || made.form() == RatioMetric.Form.MEDIAN) {
                continue;
            }
            RatioEstimate.Column above = made.isOfSums() ? column(made.above()) : quotient(made);
            RatioEstimate.Column below = made.isOfSums() ? column(made.below()) : presence(made);
            for (int unit = 0; unit < size; unit++) {
                drawn[2 * metric] += times[unit] * above.of(unit);
                drawn[2 * metric + 1] += times[unit] * below.of(unit);
            }
        }
        return drawn;
    }
}
