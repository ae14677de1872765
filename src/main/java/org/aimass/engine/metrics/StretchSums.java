package org.aimass.engine.metrics;

/** What the rows of a stretch of scores add up to, by cell of the confusion matrix; the rows come by ascending score. */
abstract class StretchSums implements CellSums {

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

    /** Over all cells. */
    final double mass() {
        return mass(0) + mass(1) + mass(2) + mass(3);
    }

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
        public double mass(int cell) {
            return sums.value(SUMS * cell);
        }

        @Override
        public double score(int cell) {
            return sums.value(SUMS * cell + 1);
        }

        @Override
        public double brier(int cell) {
            return sums.value(SUMS * cell + 2);
        }

        @Override
        public double loss(int cell) {
            return sums.value(SUMS * cell + 3);
        }

        @Override
        void clear() {
            for (int sum = 0; sum < sums.size(); sum++) {
                sums.clear(sum);
            }
        }
    }

    /** Rows of weight 1. */
    private static final class Plain extends StretchSums {

        private final GroupRows rows;
        private final ScoreSums sums = new ScoreSums();

        Plain(GroupRows rows) {
            super(rows);
            this.rows = rows;
        }

        @Override
        void add(int row) {
            sums.add(rows.cell(row), rows.score(row), 1);
        }

        @Override
        public double mass(int cell) {
            return sums.mass(cell);
        }

        @Override
        public double score(int cell) {
            return sums.score(cell);
        }

        @Override
        public double brier(int cell) {
            return sums.brier(cell);
        }

        @Override
        public double loss(int cell) {
            return sums.loss(cell);
        }

        @Override
        void clear() {
            sums.clear();
        }
    }
}
