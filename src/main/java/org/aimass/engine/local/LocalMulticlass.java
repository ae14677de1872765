package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.OnnxScorer;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.ClassBatch;
import org.aimass.engine.task.Multiclass;
import org.aimass.engine.task.MulticlassPlan;
import org.jspecify.annotations.Nullable;

/** Classification into several classes: a label, and a probability of each class or a prediction. */
final class LocalMulticlass implements LocalTask<LocalMulticlass.Part> {

    private final MulticlassPlan plan;
    private final Multiclass empty;
    private final ClassLabels labels;
    private final int label;
    private final int prediction;
    private final int[] scores;

    /**
     * @param scorer the model; null where the dataset brings the answers
     * @throws BadInput if scores or clusters are given and nobody names the classes
     */
    LocalMulticlass(AuditJob job, Roles roles, @Nullable OnnxScorer scorer) {
        label = roles.of(ColumnRole.LABEL);
        prediction = roles.of(ColumnRole.PREDICTION);
        scores = roles.scores();
        List<String> classes = scorer != null && scorer.givesScores()
                ? scorer.classes()
                : job.options().classes();
        boolean scored = scores.length > 0 || (scorer != null && scorer.givesScores());
        if (classes.isEmpty() && (scored || roles.of(ColumnRole.CLUSTER) != Roles.NONE)) {
            throw new BadInput("options.classes is missing; expected the labels of all classes, in the order of the "
                    + (scored ? "scores" : "pages, which clusters need"));
        }
        if (scores.length > 0 && scores.length != classes.size()) {
            throw new BadInput("columns.scores names " + scores.length + " columns; expected one for each of the "
                    + classes.size() + " options.classes");
        }
        labels = new ClassLabels(classes);
        plan = new MulticlassPlan(
                roles.groupPlan(job),
                classes.size(),
                scored,
                job.options().calibrationBins(),
                job.options().ll144ExcludeBelow());
        empty = new Multiclass(plan);
    }

    @Override
    public void code(CodedBatch coded) {
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            coded.label[i] = labels.read(coded.rows, label, row);
            if (prediction != Roles.NONE) {
                coded.prediction[i] = labels.read(coded.rows, prediction, row);
            }
        }
    }

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's counts. */
    final class Part implements LocalTask.Part<Part> {

        private final @Nullable Lane lane;
        private final Multiclass counted = empty.another();
        /** By the lane's code of a label the class. */
        private final List<Integer> classOfAnswer = new ArrayList<>();

        private double[] probabilities = {};

        private Part(@Nullable Lane lane) {
            this.lane = lane;
        }

        @Override
        public void answer(CodedBatch coded) {
            if (plan.scored() && probabilities.length == 0) {
                probabilities = new double[Math.multiplyExact(coded.chosen.length, plan.classes())];
            }
            if (lane != null && plan.scored()) {
                lane.score(coded.rows, coded.chosen, coded.count, probabilities);
            } else if (lane != null) {
                lane.label(coded.rows, coded.chosen, coded.count, coded.prediction);
                for (int i = 0; i < coded.count; i++) {
                    coded.prediction[i] = answered(lane, coded.prediction[i]);
                }
            } else if (plan.scored()) {
                read(coded);
            }
            if (plan.scored() && prediction == Roles.NONE) {
                for (int i = 0; i < coded.count; i++) {
                    coded.prediction[i] = Multiclass.likeliest(probabilities, i * plan.classes(), plan.classes());
                }
            }
        }

        private int answered(Lane answering, int code) {
            while (code >= classOfAnswer.size()) {
                classOfAnswer.add(labels.answered(answering.labels().get(classOfAnswer.size())));
            }
            return classOfAnswer.get(code);
        }

        private void read(CodedBatch coded) {
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                for (int each = 0; each < scores.length; each++) {
                    double value = coded.rows.numberOrNaN(scores[each], row);
                    if (!(value >= 0 && value <= 1)) {
                        throw coded.rows.fault(scores[each], row, "a score from 0 to 1");
                    }
                    probabilities[i * scores.length + each] = value + 0.0;
                }
            }
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new ClassBatch(
                    coded.count,
                    coded.label,
                    coded.prediction,
                    plan.scored() ? probabilities : null,
                    weight,
                    plan.groups().clustered() ? coded.cluster : null,
                    coded.features));
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries, labels.all());
        }
    }
}
