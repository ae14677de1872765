package org.aimass.engine.local;

import org.aimass.engine.ColumnRole;
import org.aimass.engine.inference.Lane;
import org.jspecify.annotations.Nullable;

/** One thread's part of an audit: has batches answered, and counts them. */
final class Measurer<P extends LocalTask.Part<P>> implements AutoCloseable {

    private static final double LARGEST_WEIGHT = 0x1p40;
    /** The squares of lighter ones would be lost in sums. */
    private static final double LEAST_WEIGHT = 0x1p-40;

    private final P part;
    private final @Nullable Lane lane;
    private final int weightColumn;
    private double[] weight = {};
    private long scoreNanos;
    private long countNanos;

    Measurer(P part, @Nullable Lane lane, Roles roles) {
        this.part = part;
        this.lane = lane;
        weightColumn = roles.of(ColumnRole.WEIGHT);
    }

    /**
     * @throws org.aimass.engine.BadInput at a value that is not as its role demands
     */
    void measure(CodedBatch coded) {
        if (coded.count == 0) {
            return;
        }
        long start = System.nanoTime();
        part.answer(coded);
        if (weightColumn != Roles.NONE) {
            weigh(coded);
        }
        long answered = System.nanoTime();
        part.count(coded, weightColumn == Roles.NONE ? null : weight);
        scoreNanos += answered - start;
        countNanos += System.nanoTime() - answered;
    }

    private void weigh(CodedBatch coded) {
        if (weight.length < coded.chosen.length) {
            weight = new double[coded.chosen.length];
        }
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            double value = coded.rows.numberOrNaN(weightColumn, row);
            if (value != 0 && !(value >= LEAST_WEIGHT && value < LARGEST_WEIGHT)) {
                throw coded.rows.fault(weightColumn, row, "a weight, 0 or a number from 2^-40 and below 2^40");
            }
            weight[i] = value;
        }
    }

    P part() {
        return part;
    }

    long scoreNanos() {
        return scoreNanos;
    }

    long countNanos() {
        return countNanos;
    }

    @Override
    public void close() {
        if (lane != null) {
            lane.close();
        }
    }
}
