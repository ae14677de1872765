package org.aimass.engine.local;

import org.aimass.engine.AuditJob;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.OnnxScorer;
import org.aimass.engine.task.BinaryClassification;
import org.aimass.engine.task.BinaryPlan;
import org.aimass.engine.task.LabelledBatch;
import org.jspecify.annotations.Nullable;

/** One thread's part of an audit: scores batches, decides, counts. */
final class Measurer implements AutoCloseable {

    private static final double LARGEST_WEIGHT = 0x1p40;

    private final BinaryClassification counted;
    private final @Nullable Lane lane;
    private final boolean modelScores;
    private final int scoreColumn;
    private final int weightColumn;
    private final boolean decideByScore;
    private final double threshold;
    private final boolean clustered;
    private double[] score = {};
    private double[] weight = {};
    private long scoreNanos;
    private long countNanos;

    Measurer(AuditJob job, BinaryPlan plan, Roles roles, @Nullable OnnxScorer scorer) {
        counted = new BinaryClassification(plan);
        lane = scorer == null ? null : scorer.newLane();
        modelScores = scorer != null && scorer.givesScores();
        scoreColumn = roles.score();
        weightColumn = roles.weight();
        clustered = roles.cluster() != Roles.NONE;
        decideByScore = scorer == null ? roles.prediction() == Roles.NONE : modelScores;
        threshold = job.threshold();
    }

    /**
     * @throws org.aimass.engine.BadInput at a value that is not as its role demands
     */
    void measure(CodedBatch coded) {
        if (coded.count == 0) {
            return;
        }
        if (score.length < coded.chosen.length) {
            score = new double[coded.chosen.length];
            weight = new double[coded.chosen.length];
        }
        long start = System.nanoTime();
        boolean scored = score(coded);
        if (decideByScore) {
            for (int i = 0; i < coded.count; i++) {
                coded.prediction[i] = (byte) (score[i] >= threshold ? 1 : 0);
            }
        }
        if (weightColumn != Roles.NONE) {
            weigh(coded);
        }
        long scoredAt = System.nanoTime();
        counted.add(new LabelledBatch(
                coded.count,
                coded.label,
                coded.prediction,
                scored ? score : null,
                weightColumn == Roles.NONE ? null : weight,
                clustered ? coded.cluster : null,
                coded.features));
        scoreNanos += scoredAt - start;
        countNanos += System.nanoTime() - scoredAt;
    }

    private boolean score(CodedBatch coded) {
        if (lane != null && modelScores) {
            lane.score(coded.rows, coded.chosen, coded.count, score);
            return true;
        }
        if (lane != null) {
            lane.predict(coded.rows, coded.chosen, coded.count, coded.prediction);
            return false;
        }
        if (scoreColumn == Roles.NONE) {
            return false;
        }
        RowBatch rows = coded.rows;
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            double value = rows.numberOrNaN(scoreColumn, row);
            if (!(value >= 0 && value <= 1)) {
                throw rows.fault(scoreColumn, row, "a score from 0 to 1");
            }
            score[i] = value;
        }
        return true;
    }

    private void weigh(CodedBatch coded) {
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            double value = coded.rows.numberOrNaN(weightColumn, row);
            if (!(value >= 0 && value < LARGEST_WEIGHT)) {
                throw coded.rows.fault(weightColumn, row, "a weight, a number of at least 0 and below 2^40");
            }
            weight[i] = value;
        }
    }

    BinaryClassification counted() {
        return counted;
    }

    @Nullable
    Lane lane() {
        return lane;
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
