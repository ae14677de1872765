package org.aimass.engine.local;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.BinarySettings;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.OnnxScorer;
import org.aimass.engine.metrics.SliceSearch;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.BinaryClassification;
import org.aimass.engine.task.BinaryPlan;
import org.aimass.engine.task.LabelledBatch;
import org.aimass.engine.task.NeighborSample;
import org.jspecify.annotations.Nullable;

/** Binary classification: two labels, a score or a prediction. */
final class LocalBinary implements LocalTask<LocalBinary.Part> {

    /** The square of such a number, many times over, is one still. */
    private static final double LARGEST_FEATURE = 0x1p500;

    private final AuditJob job;
    private final LabelPair labels;
    private final BinaryPlan plan;
    private final BinaryClassification empty;
    private final int label;
    private final int prediction;
    private final int score;

    private final int[] neighborColumns;
    /** Whether these are the model's, which does not score a row with something else than a number in one of them. */
    private final boolean neighborColumnsChecked;

    /** @param scorer the model; null where the dataset brings the answers */
    LocalBinary(AuditJob job, Roles roles, @Nullable OnnxScorer scorer) {
        this.job = job;
        neighborColumnsChecked = LocalTasks.columns(job).isEmpty();
        neighborColumns =
                neighborColumns(job, scorer).stream().mapToInt(roles::slot).toArray();
        labels = new LabelPair(job.positiveLabel());
        label = roles.of(ColumnRole.LABEL);
        prediction = roles.of(ColumnRole.PREDICTION);
        score = roles.of(ColumnRole.SCORE);
        plan = new BinaryPlan(
                roles.groupPlan(job),
                (scorer != null && scorer.givesScores()) || score != Roles.NONE,
                LabelValue.same(job.favorableLabel(), job.positiveLabel()),
                job.options().calibrationBins(),
                job.options().ll144ExcludeBelow(),
                job.options().worstSlices().map(slices -> search(slices, job)),
                identityFeatures(job));
        empty = new BinaryClassification(plan);
    }

    private static List<String> identityFeatures(AuditJob job) {
        List<String> features =
                job.settings().orElse(null) instanceof BinarySettings binary ? binary.identityFeatures() : List.of();
        for (String feature : features) {
            if (!job.sensitiveFeatures().contains(feature)) {
                throw new BadInput("options.identity_features: found " + OneLine.quoted(feature)
                        + ", expected sensitive features only");
            }
        }
        return features;
    }

    /** Those that the job names, else the numbers that the model sees. */
    private static Collection<String> neighborColumns(AuditJob job, @Nullable OnnxScorer scorer) {
        List<String> named = LocalTasks.columns(job);
        return named.isEmpty() && scorer != null ? scorer.numericColumns() : named;
    }

    private static SliceSearch search(AuditJob.WorstSlices slices, AuditJob job) {
        return new SliceSearch(
                slices.depth(),
                slices.permutations(),
                job.minimumGroupSize(),
                job.seed(),
                LabelValue.same(job.favorableLabel(), job.positiveLabel()),
                job.confidence());
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

    /** The model may answer with the labels of the dataset only, and one of them is the favourable one. */
    @Override
    public void demandAgreement(List<Part> parts) {
        labels.demandOneOfTwo(job.favorableLabel());
        Set<String> answers = new TreeSet<>();
        for (Part part : parts) {
            if (part.lane != null) {
                answers.addAll(part.lane.labels());
            }
        }
        for (String answer : answers) {
            if (!LabelValue.same(answer, job.positiveLabel()) && !labels.admits(answer)) {
                throw new BadInput("the model answers " + OneLine.quoted(answer) + "; expected "
                        + OneLine.quoted(job.positiveLabel()) + " or "
                        + OneLine.quoted(labels.negative().orElse("")));
            }
        }
    }

    /** One thread's counts. */
    final class Part implements LocalTask.Part<Part> {

        private final @Nullable Lane lane;
        private final BinaryClassification counted = empty.another();
        private final @Nullable NeighborSample neighbors =
                neighborColumns.length == 0 ? null : new NeighborSample(neighborColumns.length, job.seed());
        private double[] scores = {};

        private Part(@Nullable Lane lane) {
            this.lane = lane;
        }

        @Override
        public void answer(CodedBatch coded) {
            if (scores.length < coded.chosen.length) {
                scores = new double[coded.chosen.length];
            }
            if (lane != null && plan.scored()) {
                lane.score(coded.rows, coded.chosen, coded.count, scores);
            } else if (lane != null) {
                lane.label(coded.rows, coded.chosen, coded.count, coded.prediction);
                int positive = lane.code(job.positiveLabel());
                for (int i = 0; i < coded.count; i++) {
                    coded.prediction[i] = coded.prediction[i] == positive ? 1 : 0;
                }
            } else if (score != Roles.NONE) {
                read(coded);
            }
            if (plan.scored() && prediction == Roles.NONE) {
                for (int i = 0; i < coded.count; i++) {
                    coded.prediction[i] = scores[i] >= job.threshold() ? 1 : 0;
                }
            }
        }

        private void read(CodedBatch coded) {
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                double value = coded.rows.numberOrNaN(score, row);
                if (!(value >= 0 && value <= 1)) {
                    throw coded.rows.fault(score, row, "a score from 0 to 1");
                }
                scores[i] = value;
            }
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new LabelledBatch(
                    coded.count,
                    coded.label,
                    coded.prediction,
                    plan.scored() ? scores : null,
                    weight,
                    plan.groups().clustered() ? coded.cluster : null,
                    coded.features));
            if (neighbors != null) {
                sample(coded, neighbors);
            }
        }

        private void sample(CodedBatch coded, NeighborSample into) {
            double[] values = new double[neighborColumns.length];
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                if (neighborColumnsChecked && !into.mayKeep(coded.rowsBefore + row)) {
                    continue;
                }
                boolean whole = true;
                for (int column = 0; whole && column < values.length; column++) {
                    values[column] = coded.rows.numberOrNaN(neighborColumns[column], row);
                    if (Double.isNaN(values[column]) && !coded.rows.isMissing(neighborColumns[column], row)) {
                        throw coded.rows.fault(neighborColumns[column], row, "a number");
                    }
                    whole = Math.abs(values[column]) < LARGEST_FEATURE;
                }
                if (whole) {
                    into.add(coded.rowsBefore + row, coded.prediction[i] == 1, values);
                }
            }
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
            if (neighbors != null) {
                neighbors.merge(requireNonNull(other.neighbors));
            }
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries)
                    .with(neighbors == null ? NeighborSample.withoutFeatures() : neighbors.consistency());
        }
    }
}
