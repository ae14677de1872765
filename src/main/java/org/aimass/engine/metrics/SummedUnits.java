package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The units of a group that are independent, such as rows, lists or clusters, by what each adds to some sums. */
final class SummedUnits {

    /** Units are drawn again in at most so many blocks: a power of 2. */
    private static final int BLOCKS = 1_024;

    private final long[] keys;
    private final double[][] units;
    private final double[] sums;

    /**
     * @param keys of the units: what is a unit of two groups has one key in both
     * @param units by [unit][sum], in an order that follows from the data
     * @param size how many sums there are
     */
    SummedUnits(long[] keys, double[][] units, int size) {
        this.keys = keys;
        this.units = units;
        sums = new double[size];
        for (int sum = 0; sum < size; sum++) {
            Compensated total = new Compensated();
            for (double[] unit : units) {
                total.add(unit[sum]);
            }
            sums[sum] = total.value();
        }
    }

    /** Over all units. */
    double[] sums() {
        return sums;
    }

    /** How many units add something to a sum. */
    long adding(int sum) {
        return Arrays.stream(units).filter(unit -> unit[sum] != 0).count();
    }

    /** Of what each unit adds to a sum, the squares together. */
    double squares(int sum) {
        Compensated squares = new Compensated();
        for (double[] unit : units) {
            squares.add(unit[sum] * unit[sum]);
        }
        return squares.value();
    }

    /**
     * By key how much each unit moves a value.
     *
     * @param counted which units have a part in it
     * @param influence of a unit, by its sums
     */
    Map<Long, Double> influences(Predicate<double[]> counted, ToDoubleFunction<double[]> influence) {
        Map<Long, Double> influences = new LinkedHashMap<>();
        for (int unit = 0; unit < units.length; unit++) {
            if (counted.test(units[unit])) {
                influences.merge(keys[unit], influence.applyAsDouble(units[unit]), Double::sum);
            }
        }
        return influences;
    }

    /** How sure a value is that each unit moves by so much; empty where that cannot be told. */
    static Optional<Estimate> estimate(Map<Long, Double> influences) {
        Compensated squares = new Compensated();
        influences.values().forEach(influence -> squares.add(influence * influence));
        return RatioEstimate.of(influences.size(), squares.value(), 1);
    }

    /** How sure the difference of two values is; a unit of both groups moves both. */
    static Optional<Estimate> estimate(Map<Long, Double> influences, Map<Long, Double> ofReference) {
        Map<Long, Double> both = new LinkedHashMap<>(influences);
        ofReference.forEach((key, influence) -> both.merge(key, -influence, Double::sum));
        return estimate(both);
    }

    /**
     * The sums of units drawn again, by [replicate][sum]: each unit with a multiplicity of its own (Poisson bootstrap: Chamandy and
     * others, Google Research, 2012), many of them in blocks.
     *
     * @param stream tells these draws from others
     */
    double[][] drawn(int count, long seed, String stream) {
        Map<Integer, double[]> blocks = new TreeMap<>();
        for (int unit = 0; unit < units.length; unit++) {
            double[] block = blocks.computeIfAbsent(
                    (int) (Draws.mix(keys[unit]) & (BLOCKS - 1)), key -> new double[sums.length]);
            for (int sum = 0; sum < block.length; sum++) {
                block[sum] += units[unit][sum];
            }
        }
        double[][] drawn = new double[count][sums.length];
        blocks.forEach((key, block) -> {
            Draws draws = new Draws(seed, stream + " " + key);
            for (double[] replicate : drawn) {
                int times = draws.poissonOfOne();
                for (int sum = 0; times > 0 && sum < block.length; sum++) {
                    replicate[sum] += times * block[sum];
                }
            }
        });
        return drawn;
    }
}
