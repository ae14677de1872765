package org.aimass.engine.task;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.Consistency;
import org.aimass.engine.metrics.Draws;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Uncertainty;

/**
 * A sample of rows among which neighbours are looked for, since looking among all would take the square of their number: those
 * whose number, mixed with the seed, comes out smallest. Which rows that are depends on seed and dataset alone. One thread fills
 * one instance; instances merge in any order to the same sample.
 */
public final class NeighborSample {

    private static final String METRIC = "aif360.consistency";
    private static final int MOST_ROWS = 10_000;
    /** Of many features fewer rows are kept. */
    private static final int MOST_VALUES = 1_000_000;

    private static final Uncertainty DEPENDENT =
            new Uncertainty.NoInterval("each row is compared with others, so that rows are no independent draws");

    private final int features;
    private final long seed;
    private final int most;
    private long[] keys;
    private double[][] values;
    private boolean[] positive;
    private int size;
    private long seen;
    private long last = Long.MAX_VALUE;

    /** @param features how many each row has, at least 1 */
    public NeighborSample(int features, long seed) {
        this(features, seed, Math.min(MOST_ROWS, MOST_VALUES / features));
    }

    NeighborSample(int features, long seed, int most) {
        this.features = features;
        this.seed = seed;
        this.most = most;
        keys = new long[2 * most];
        values = new double[2 * most][];
        positive = new boolean[2 * most];
    }

    /** An empty one for another thread. */
    public NeighborSample another() {
        return new NeighborSample(features, seed, most);
    }

    /** Whether a row could be kept: false saves finding out its features, once so many rows are kept that one more makes no difference. */
    public boolean mayKeep(long number) {
        return Draws.scattered(seed, number) <= last;
    }

    /**
     * Adds a row that has all features.
     *
     * @param number the row's place in the dataset, which no other row has
     * @param row finite numbers; copied if the row is kept
     */
    public void add(long number, boolean answeredPositive, double[] row) {
        seen++;
        long key = Draws.scattered(seed, number);
        if (key <= last) {
            keep(key, answeredPositive, row.clone());
        }
    }

    private void keep(long key, boolean answeredPositive, double[] row) {
        if (size == keys.length) {
            shrink();
        }
        keys[size] = key;
        positive[size] = answeredPositive;
        values[size++] = row;
    }

    /** Lets go of all but the smallest keys, and puts these in order. */
    private void shrink() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(i -> keys[i]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        long[] keysLeft = new long[keys.length];
        double[][] valuesLeft = new double[keys.length][];
        boolean[] positiveLeft = new boolean[keys.length];
        for (int i = 0; i < order.length; i++) {
            keysLeft[i] = keys[order[i]];
            valuesLeft[i] = values[order[i]];
            positiveLeft[i] = positive[order[i]];
        }
        keys = keysLeft;
        values = valuesLeft;
        positive = positiveLeft;
        size = order.length;
        last = size == most ? keys[size - 1] : Long.MAX_VALUE;
    }

    /** Adds all of the other, which is not to be used any more. */
    public void merge(NeighborSample other) {
        for (int i = 0; i < other.size; i++) {
            keep(other.keys[i], other.positive[i], other.values[i]);
        }
        seen += other.seen;
    }

    /** {@code aif360.consistency}, with the number of rows in {@code at} where there were more. */
    public Measurement consistency() {
        shrink();
        Place all = Place.group(Map.of());
        Map<String, Object> at = seen > size
                ? Map.of("neighbors", Consistency.NEIGHBORS, "rows", size)
                : Map.of("neighbors", Consistency.NEIGHBORS);
        return Consistency.of(Arrays.copyOf(values, size), Arrays.copyOf(positive, size))
                .map(value -> all.measured(METRIC, at, value, DEPENDENT))
                .orElseGet(() -> all.undefined(METRIC, at, "fewer rows with all features than neighbours"));
    }

    /** The same where nothing says which rows are near each other. */
    public static Measurement withoutFeatures() {
        return Place.group(Map.of())
                .undefined(
                        METRIC,
                        Map.of("neighbors", Consistency.NEIGHBORS),
                        "no numeric columns feed a model, and options.consistency_features names none");
    }
}
