package org.aimass.engine.metrics;

import java.util.Arrays;

/**
 * What rows of weight 1 add up to that come by ascending score. Those of a cell come in one order, for tied ones are alike, so that each
 * addition keeps what it rounds away and that is enough. A sum of logarithms is the logarithm of a product, which is cheap; it is kept
 * with what each multiplication rounds away, too, and taken before it becomes too small.
 */
final class ScoreSums implements CellSums {

    private static final int CELLS = 4;
    private static final double SMALL = 0x1p-900;

    /** A cell's numbers: each sum is followed by what was rounded away. */
    private static final int SCORE = 0;

    private static final int BRIER = 2;
    private static final int LOSS = 4;
    private static final int PRODUCT = 6;
    private static final int NUMBERS = 8;

    private final long[] rows = new long[CELLS];
    private final double[] numbers = new double[NUMBERS * CELLS];

    ScoreSums() {
        clear();
    }

    /** Adds rows that are alike. */
    void add(int cell, double score, int times) {
        boolean positive = Rate.labelledPositive(cell);
        double brier = GroupRows.brier(score, positive);
        double likelihood = GroupRows.likelihood(score, positive);
        int at = NUMBERS * cell;
        rows[cell] += times;
        if (times == 1) {
            increase(at + SCORE, score, 0);
            increase(at + BRIER, brier, 0);
            multiply(at, likelihood);
        } else {
            double scores = times * score;
            double briers = times * brier;
            increase(at + SCORE, scores, Math.fma((double) times, score, -scores));
            increase(at + BRIER, briers, Math.fma((double) times, brier, -briers));
            for (int time = 0; time < times; time++) {
                multiply(at, likelihood);
            }
        }
    }

    /** Adds all that another has. */
    void add(ScoreSums other) {
        for (int cell = 0; cell < CELLS; cell++) {
            int at = NUMBERS * cell;
            if (other.rows[cell] > 0) {
                rows[cell] += other.rows[cell];
                other.takeLogarithm(at);
                for (int sum = at; sum < at + PRODUCT; sum += 2) {
                    increase(sum, other.numbers[sum], other.numbers[sum + 1]);
                }
            }
        }
    }

    /** Knuth's sum of two numbers, which tells what it rounds away. */
    private void increase(int at, double addend, double lost) {
        double before = numbers[at];
        double after = before + addend;
        double added = after - before;
        numbers[at] = after;
        numbers[at + 1] += before - (after - added) + (addend - added) + lost;
    }

    private void multiply(int at, double factor) {
        double before = numbers[at + PRODUCT];
        double after = before * factor;
        numbers[at + PRODUCT] = after;
        numbers[at + PRODUCT + 1] = Math.fma(before, factor, -after) + numbers[at + PRODUCT + 1] * factor;
        if (after < SMALL) {
            takeLogarithm(at);
        }
    }

    private void takeLogarithm(int at) {
        increase(at + LOSS, lossOfProduct(at), 0);
        numbers[at + PRODUCT] = 1;
        numbers[at + PRODUCT + 1] = 0;
    }

    private double lossOfProduct(int at) {
        return -(Logarithm.of(numbers[at + PRODUCT]) + numbers[at + PRODUCT + 1] / numbers[at + PRODUCT]);
    }

    private double sum(int at) {
        return numbers[at] + numbers[at + 1];
    }

    /** How many rows the cell has. */
    long rows(int cell) {
        return rows[cell];
    }

    @Override
    public double mass(int cell) {
        return rows[cell];
    }

    @Override
    public double score(int cell) {
        return sum(NUMBERS * cell + SCORE);
    }

    /** The scores of all cells. */
    double score() {
        Compensated all = new Compensated();
        for (int cell = 0; cell < CELLS; cell++) {
            all.add(numbers[NUMBERS * cell + SCORE]);
            all.add(numbers[NUMBERS * cell + SCORE + 1]);
        }
        return all.value();
    }

    @Override
    public double brier(int cell) {
        return sum(NUMBERS * cell + BRIER);
    }

    @Override
    public double loss(int cell) {
        return sum(NUMBERS * cell + LOSS) + lossOfProduct(NUMBERS * cell);
    }

    /** Back to nothing. */
    void clear() {
        Arrays.fill(rows, 0);
        Arrays.fill(numbers, 0);
        for (int cell = 0; cell < CELLS; cell++) {
            numbers[NUMBERS * cell + PRODUCT] = 1;
        }
    }
}
