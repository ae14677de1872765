package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One way to resample the cells of a group's {@link CellTable}. */
interface Resampling {

    /** With so many cells or more, up to so many rows for each of them are cheaper to draw one by one. */
    int MANY_CELLS = 16;

    int ROWS_OF_A_CELL = 8;

    /** The more, the seldomer one has to look on. */
    int STEPS_OF_A_CELL = 4;

    /** Fills in the mass of every cell of one replicate. */
    void draw(Draws draws, double[] masses);

    /**
     * Rows drawn with replacement from the cells chosen: a multinomial over these cells, row by row or as a chain of binomials.
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
        return cells.length >= MANY_CELLS && rows <= (long) ROWS_OF_A_CELL * cells.length
                ? oneByOne(cells, share, rows, weight)
                : binomials(cells, share, rows, weight);
    }

    /** @param share of each cell in what it and those behind it hold */
    private static Resampling binomials(int[] cells, double[] share, long rows, double weight) {
        double[] logs = new double[cells.length];
        Arrays.setAll(logs, i -> Draws.logOfLikelier(share[i]));
        return (draws, masses) -> {
            long left = rows;
            for (int i = 0; i < cells.length; i++) {
                long drawn = draws.binomial(left, share[i], logs[i]);
                masses[cells[i]] = drawn * weight;
                left -= drawn;
            }
        };
    }

    /** Each row's cell is looked up by a number from 0 to 1, from a guide on (Chen and Asau, AIIE Transactions 6, 1974). */
    private static Resampling oneByOne(int[] cells, double[] share, long rows, double weight) {
        double[] upTo = new double[cells.length];
        double rest = 1;
        for (int i = 0; i < cells.length; i++) {
            rest *= 1 - share[i];
            upTo[i] = 1 - rest;
        }
        int[] guide = new int[STEPS_OF_A_CELL * cells.length];
        for (int i = 0, at = 0; i < guide.length; i++) {
            while (upTo[at] <= (double) i / guide.length) {
                at++;
            }
            guide[i] = at;
        }
        return (draws, masses) -> {
            for (int cell : cells) {
                masses[cell] = 0;
            }
            for (long row = 0; row < rows; row++) {
                double place = draws.uniform();
                int at = guide[(int) (place * guide.length)];
                while (place >= upTo[at]) {
                    at++;
                }
                masses[cells[at]]++;
            }
            for (int cell : cells) {
                masses[cell] *= weight;
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
