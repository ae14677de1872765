package org.aimass.engine.task;

import java.util.Arrays;
import java.util.Map;
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

    /** Lets go of all but the smallest keys. */
    private void shrink() {
        if (size <= most) {
            return;
        }
        last = greatestKept();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (keys[i] <= last) {
                keys[kept] = keys[i];
                values[kept] = values[i];
                positive[kept++] = positive[i];
            }
        }
        Arrays.fill(values, kept, size, null);
        size = kept;
    }

    /** The greatest of the smallest keys, which are all different, found by halving what they may be. */
    private long greatestKept() {
        long low = Long.MIN_VALUE;
        long high = Long.MAX_VALUE;
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1); // their mean, rounded down
            int upTo = 0;
            for (int i = 0; i < size; i++) {
                upTo += keys[i] <= middle ? 1 : 0;
            }
            if (upTo < most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts the rows into the order of their keys. */
    private void sort() {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        double[][] sortedValues = new double[size][];
        boolean[] sortedPositive = new boolean[size];
        for (int i = 0; i < size; i++) {
            int place = Arrays.binarySearch(sorted, keys[i]);
            sortedValues[place] = values[i];
            sortedPositive[place] = positive[i];
        }
        keys = sorted;
        values = sortedValues;
        positive = sortedPositive;
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
        sort();
        Place all = Place.group(Map.of());
        Map<String, Object> at = seen > size
                ? Map.of("neighbors", Consistency.NEIGHBORS, "rows", size)
                : Map.of("neighbors", Consistency.NEIGHBORS);
        return Consistency.of(values, positive)
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
