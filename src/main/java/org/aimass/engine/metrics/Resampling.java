package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One way to resample the cells of a group's {@link CellTable}. */
interface Resampling {

    /** Fills in the mass of every cell of one replicate. */
    void draw(Draws draws, double[] masses);

    /**
     * Rows drawn with replacement from the cells chosen: a multinomial over these cells, as a chain of binomials.
     *
     * @param rows how many to draw; each then weighs its share of the cells' mass
     */
    static Resampling rows(CellTable table, IntPredicate chosen, long rows) {
        return rows(table.size(), table::mass, chosen, rows);
    }

    /** The same of any cells, by the mass of each. */
    static Resampling rows(int size, IntToDoubleFunction mass, IntPredicate chosen, long rows) {
        int[] cells = IntStream.range(0, size)
                .filter(cell -> chosen.test(cell) && mass.applyAsDouble(cell) > 0)
                .toArray();
        double[] share = new double[cells.length];
        double total = 0;
        for (int i = cells.length - 1; i >= 0; i--) {
            total += mass.applyAsDouble(cells[i]);
            share[i] = i == cells.length - 1 ? 1 : mass.applyAsDouble(cells[i]) / total;
        }
        double weight = rows == 0 ? 0 : Math.rint(total) == rows ? 1 : total / rows;
        return (draws, masses) -> {
            long left = rows;
            for (int i = 0; i < cells.length; i++) {
                long drawn = draws.binomial(left, share[i]);
                masses[cells[i]] = drawn * weight;
                left -= drawn;
            }
        };
    }

    /** Both, each filling in its own cells. */
    static Resampling both(Resampling first, Resampling second) {
        return (draws, masses) -> {
            first.draw(draws, masses);
            second.draw(draws, masses);
        };
    }

    /**
     * Clusters drawn with replacement.
     *
     * @param clusters mass by [cluster][cell]
     */
    static Resampling clusters(double[][] clusters) {
        return (draws, masses) -> {
            Arrays.fill(masses, 0);
            for (int pick = 0; pick < clusters.length; pick++) {
                double[] cluster = clusters[draws.below(clusters.length)];
                for (int cell = 0; cell < cluster.length; cell++) {
                    masses[cell] += cluster[cell];
                }
            }
        };
    }
}
