package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.RegressionTotals;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.GroupPlan;
import org.aimass.engine.task.NumberBatch;
import org.aimass.engine.task.Regression;
import org.jspecify.annotations.Nullable;

/** Regression: a number, and what the model takes it for. */
final class LocalRegression implements LocalTask<LocalRegression.Part> {

    private final GroupPlan plan;
    private final Regression empty;
    private final int label;
    private final int prediction;

    LocalRegression(AuditJob job, Roles roles) {
        plan = roles.groupPlan(job);
        empty = new Regression(plan);
        label = roles.of(ColumnRole.LABEL);
        prediction = roles.of(ColumnRole.PREDICTION);
    }

    @Override
    public void code(CodedBatch coded) {}

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** The number there, small enough to be summed. */
    static double number(RowBatch rows, int column, int row) {
        double number = rows.numberOrNaN(column, row);
        if (!(Math.abs(number) < RegressionTotals.LARGEST)) {
            throw rows.fault(column, row, "a number below 2^40 in size");
        }
        return number;
    }

    /** One thread's rows. */
    final class Part implements LocalTask.Part<Part> {

        private final @Nullable Lane lane;
        private final Regression counted = empty.another();
        private double[] truth = {};
        private double[] answer = {};

        private Part(@Nullable Lane lane) {
            this.lane = lane;
        }

        @Override
        public void answer(CodedBatch coded) {
            if (truth.length < coded.chosen.length) {
                truth = new double[coded.chosen.length];
                answer = new double[coded.chosen.length];
            }
            for (int i = 0; i < coded.count; i++) {
                truth[i] = number(coded.rows, label, coded.chosen[i]);
            }
            if (lane != null) {
                lane.score(coded.rows, coded.chosen, coded.count, answer);
                return;
            }
            for (int i = 0; i < coded.count; i++) {
                answer[i] = number(coded.rows, prediction, coded.chosen[i]);
            }
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new NumberBatch(
                    coded.count, truth, answer, weight, plan.clustered() ? coded.cluster : null, coded.features));
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries);
        }
    }
}
