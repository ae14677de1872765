package org.aimass.engine.metrics;

import java.util.Arrays;

/** What the rows of a stretch of scores add up to, by cell of the confusion matrix; the rows come by ascending score. */
abstract class StretchSums {

    static final int CELLS = 4;

    private final GroupRows rows;

    private StretchSums(GroupRows rows) {
        this.rows = rows;
    }

    static StretchSums of(GroupRows rows) {
        return rows.plain() ? new Plain(rows) : new Weighted(rows);
    }

    /** Adds the rows that share the score of the one given; answers where they end. */
    final int addTied(int start) {
        int i = start;
        double score = rows.score(start);
        for (; i < rows.size() && rows.score(i) == score; i++) {
            add(i);
        }
        return i;
    }

    abstract void add(int row);

    abstract double mass(int cell);

    /** Over all cells. */
    final double mass() {
        return mass(0) + mass(1) + mass(2) + mass(3);
    }

    abstract double score(int cell);

    abstract double brier(int cell);

    abstract double loss(int cell);

    /** Back to nothing. */
    abstract void clear();

    /** Tied rows of different weights may come in any order, which must not show. */
    private static final class Weighted extends StretchSums {

        private static final int SUMS = 4;

        private final GroupRows rows;
        private final ExactSums sums = new ExactSums(SUMS * CELLS);

        Weighted(GroupRows rows) {
            super(rows);
            this.rows = rows;
        }

        @Override
        void add(int row) {
            int cell = SUMS * rows.cell(row);
            sums.add(cell, rows.mass(row));
            sums.add(cell + 1, rows.scoreSum(row));
            sums.add(cell + 2, rows.brierSum(row));
            sums.add(cell + 3, rows.lossSum(row));
        }

        @Override
        double mass(int cell) {
            return sums.value(SUMS * cell);
        }

        @Override
        double score(int cell) {
            return sums.value(SUMS * cell + 1);
        }

        @Override
        double brier(int cell) {
            return sums.value(SUMS * cell + 2);
        }

        @Override
        double loss(int cell) {
            return sums.value(SUMS * cell + 3);
        }

        @Override
        void clear() {
            for (int sum = 0; sum < sums.size(); sum++) {
                sums.clear(sum);
            }
        }
    }

    /**
     * Rows of weight 1: those of a cell come in one order, for tied ones are alike. A sum of logarithms is the logarithm of a product,
     * which is cheap; it is kept with what each multiplication rounds away, and taken before it becomes too small.
     */
    private static final class Plain extends StretchSums {

        private static final double SMALL = 0x1p-900;

        private final GroupRows rows;
        private final long[] number = new long[CELLS];
        private final Compensated[] score = new Compensated[CELLS];
        private final Compensated[] brier = new Compensated[CELLS];
        private final Compensated[] loss = new Compensated[CELLS];
        private final double[] product = new double[CELLS];
        private final double[] lost = new double[CELLS];

        Plain(GroupRows rows) {
            super(rows);
            this.rows = rows;
            clear();
        }

        @Override
        void add(int row) {
            int cell = rows.cell(row);
            double here = rows.score(row);
            boolean positive = Rate.labelledPositive(cell);
            number[cell]++;
            score[cell].add(here);
            brier[cell].add(GroupRows.brier(here, positive));
            times(cell, GroupRows.likelihood(here, positive));
        }

        private void times(int cell, double factor) {
            double before = product[cell];
            double after = before * factor;
            product[cell] = after;
            lost[cell] = Math.fma(before, factor, -after) + lost[cell] * factor;
            if (after < SMALL) {
                loss[cell].add(lossOfProduct(cell));
                product[cell] = 1;
                lost[cell] = 0;
            }
        }

        private double lossOfProduct(int cell) {
            return -(StrictMath.log(product[cell]) + lost[cell] / product[cell]);
        }

        @Override
        double mass(int cell) {
            return number[cell];
        }

        @Override
        double score(int cell) {
            return score[cell].value();
        }

        @Override
        double brier(int cell) {
            return brier[cell].value();
        }

        @Override
        double loss(int cell) {
            return loss[cell].value() + lossOfProduct(cell);
        }

        @Override
        void clear() {
            Arrays.fill(number, 0);
            Arrays.setAll(score, cell -> new Compensated());
            Arrays.setAll(brier, cell -> new Compensated());
            Arrays.setAll(loss, cell -> new Compensated());
            Arrays.fill(product, 1);
            Arrays.fill(lost, 0);
        }
    }
}
