package org.aimass.engine.local;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.GenerationSettings;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.GenerationMetrics.Known;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.Generation;
import org.aimass.engine.task.GenerationPlan;
import org.aimass.engine.task.OutputBatch;
import org.jspecify.annotations.Nullable;

/** Generated images: what was measured of each, and of real ones to compare with. What was refused has no image. */
final class LocalGeneration implements LocalTask<LocalGeneration.Part> {

    private static final int MOST_ATTRIBUTES = 100;
    /** Of an individual typology angle, in degrees. */
    private static final double STEEPEST = 90;

    private static final double[] NOTHING = {};

    private final GenerationPlan plan;
    private final int generated;
    private final int refused;
    private final int attribute;
    private final int sourceTone;
    private final int outputTone;
    private final int person;
    private final int[] features;
    private final int[] source;
    private final int[] output;
    /** Whether a model makes the images. */
    private final boolean made;

    private final Dictionary attributes = new Dictionary(MOST_ATTRIBUTES);

    /** @throws BadInput if the roles do not fit together */
    LocalGeneration(AuditJob job, Roles roles) {
        generated = roles.of(ColumnRole.GENERATED);
        refused = roles.of(ColumnRole.REFUSED);
        attribute = roles.of(ColumnRole.ATTRIBUTE);
        sourceTone = roles.of(ColumnRole.SOURCE_TONE);
        outputTone = roles.of(ColumnRole.OUTPUT_TONE);
        person = roles.of(ColumnRole.CLUSTER);
        features = roles.vector(ColumnRole.FEATURES);
        source = roles.vector(ColumnRole.SOURCE);
        output = roles.vector(ColumnRole.OUTPUT);
        if (source.length != output.length || source.length == 1) {
            throw new BadInput("columns.output: found %d columns and %d in columns.source, expected two or more of both"
                    .formatted(output.length, source.length));
        }
        Set<Known> known = EnumSet.noneOf(Known.class);
        if (refused != Roles.NONE) {
            known.add(Known.REFUSAL);
        }
        made = job.model().isPresent();
        if (source.length > 0 || made) {
            known.add(Known.SIMILARITY);
        }
        if (sourceTone != Roles.NONE) {
            known.add(Known.TONE);
        }
        GenerationSettings settings = (GenerationSettings) job.settings().orElseThrow();
        plan = new GenerationPlan(
                roles.groupPlan(job), known, featured(), attribute != Roles.NONE, settings.reference());
    }

    /** What the evaluator makes of images are their features, where there are real ones to compare with. */
    private boolean featured() {
        return made ? generated != Roles.NONE : features.length > 0;
    }

    /** A refused image has nothing, a real one only its features: each is asked for what it must have. */
    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return role == ColumnRole.CLUSTER;
    }

    private boolean isReal(RowBatch rows, int row) {
        return generated != Roles.NONE
                && RowCoder.whether(rows, generated, row, "1 for an image that was generated, or 0") == 0;
    }

    private boolean isRefused(RowBatch rows, int row) {
        return refused != Roles.NONE
                && RowCoder.whether(rows, refused, row, "1 where the model gave no image, or 0") == 1;
    }

    @Override
    public void code(CodedBatch coded) {
        for (int i = 0; i < coded.count && attribute != Roles.NONE; i++) {
            int row = coded.chosen[i];
            boolean real = isReal(coded.rows, row);
            coded.label[i] = -1;
            if (!real && !isRefused(coded.rows, row)) {
                if (coded.rows.isMissing(attribute, row)) {
                    throw coded.rows.fault(attribute, row, "what is perceived, for the image is not refused");
                }
                coded.label[i] = RowCoder.demand(
                        coded.rows.code(attribute, row, attributes), coded.rows, attribute, row, MOST_ATTRIBUTES);
            }
        }
    }

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    private static double angle(RowBatch rows, int column, int row) {
        double value = rows.numberOrNaN(column, row);
        if (!(Math.abs(value) <= STEEPEST)) {
            throw rows.fault(column, row, "an individual typology angle, from -90 to 90 degrees");
        }
        return value;
    }

    private static double[] vector(RowBatch rows, int[] columns, int row) {
        double[] vector = new double[columns.length];
        for (int number = 0; number < vector.length; number++) {
            vector[number] = LocalRegression.number(rows, columns[number], row);
        }
        return vector;
    }

    /** One thread's images. */
    final class Part implements LocalTask.Part<Part> {

        private final Generation counted = new Generation(plan);
        private final @Nullable Lane lane;
        private boolean[] real = {};
        private boolean[] gone = {};
        private double[][] vectors = {};
        private double[] similarity = {};
        private double[] shift = {};
        private int[] kind = {};
        private long[] line = {};
        private long[] whose = {};

        private Part(@Nullable Lane lane) {
            this.lane = lane;
        }

        @Override
        public void answer(CodedBatch coded) {
            int size = coded.chosen.length;
            if (real.length < size) {
                real = new boolean[size];
                gone = new boolean[size];
                vectors = new double[size][];
                similarity = new double[size];
                shift = new double[size];
                kind = new int[size];
                line = new long[size];
                whose = new long[size];
            }
            for (int i = 0; i < coded.count; i++) {
                read(coded.rows, coded.chosen[i], i);
                kind[i] = attribute == Roles.NONE ? -1 : coded.label[i];
            }
            if (lane != null) {
                look(coded, lane.evaluated(coded.rows, coded.chosen, coded.count));
            }
        }

        /** Of a real image its own embedding counts, of a source that of what was made of it. */
        private void look(CodedBatch coded, double[][][] embeddings) {
            for (int i = 0; i < coded.count; i++) {
                double[] own = embeddings[0][i];
                double[] other = embeddings[1][i];
                vectors[i] = real[i] ? own : other;
                if (!real[i]) {
                    int row = coded.chosen[i];
                    Embeddings.demandDirection(coded.rows, row, own, ColumnRole.SOURCE);
                    Embeddings.demandDirection(coded.rows, row, other, ColumnRole.OUTPUT);
                    similarity[i] = Embeddings.cosine(own, other);
                }
            }
        }

        private void read(RowBatch rows, int row, int i) {
            real[i] = isReal(rows, row);
            gone[i] = !real[i] && isRefused(rows, row);
            line[i] = rows.line(row);
            whose[i] = plan.groups().clustered() ? rows.hash(person, row) : 0;
            vectors[i] = gone[i] ? NOTHING : vector(rows, features, row);
            similarity[i] = Double.NaN;
            shift[i] = Double.NaN;
            if (real[i] || gone[i]) {
                return;
            }
            if (source.length > 0) {
                similarity[i] = Embeddings.cosine(direction(rows, source, row), direction(rows, output, row));
            }
            if (sourceTone != Roles.NONE) {
                shift[i] = angle(rows, outputTone, row) - angle(rows, sourceTone, row);
            }
        }

        private double[] direction(RowBatch rows, int[] columns, int row) {
            double[] vector = vector(rows, columns, row);
            Embeddings.demandDirection(rows, row, vector, columns == source ? ColumnRole.SOURCE : ColumnRole.OUTPUT);
            return vector;
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new OutputBatch(
                    coded.count,
                    real,
                    gone,
                    plan.featured() ? vectors : null,
                    similarity,
                    shift,
                    kind,
                    line,
                    plan.groups().clustered() ? whose : null,
                    weight,
                    coded.features));
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries, attributes.values());
        }
    }
}
