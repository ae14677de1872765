package org.aimass.engine.local;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Deadline;
import org.aimass.engine.SynthesisSettings;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.Synthesizer;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.metrics.SynthesisMetrics.Aspect;
import org.aimass.engine.metrics.SynthesisMetrics.Row;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.SpeechSynthesis;
import org.aimass.engine.task.SynthesisBatch;
import org.aimass.engine.task.SynthesisPlan;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * Speech synthesis: rows that judge an utterance, or that are one. What an utterance itself is like is measured in its first row
 * alone.
 */
final class LocalSpeechSynthesis implements LocalTask<LocalSpeechSynthesis.Heard> {

    private static final int MOST = SpeechSynthesis.MOST_ROWS;
    /** Of a model: each takes long. */
    static final int SNIPPETS = 16;

    private final SynthesisPlan plan;
    private final Roles roles;
    private final SpeechModels models;
    private final Utterances spoken;
    private final Dictionary utterances = new Dictionary(MOST);
    private final Dictionary listeners = new Dictionary(MOST);

    /**
     * @param files that rows can name; empty where the dataset is a table alone
     * @throws BadInput if columns lack what they are held against, or a model is refused
     */
    LocalSpeechSynthesis(AuditJob job, Roles roles, Optional<NamedFiles> files, Deadline deadline) {
        this.roles = roles;
        SynthesisSettings settings = (SynthesisSettings) job.settings().orElseThrow();
        SynthesisColumns columns = new SynthesisColumns(job);
        plan = new SynthesisPlan(
                roles.groupPlan(job),
                columns.parts(),
                roles.of(ColumnRole.LISTENER) != Roles.NONE,
                settings.unit() == Unit.WORD,
                settings.lowest(),
                settings.highest());
        Optional<Recordings> recordings = columns.recorded() ? Optional.of(Recordings.of(files)) : Optional.empty();
        models = new SpeechModels(job, deadline);
        spoken = new Utterances(
                roles, models, recordings, settings.normalizer(), plan.parts().contains(Aspect.TRANSCRIPT));
    }

    @Override
    public Optional<Sha256Digest> model() {
        return models.mouth().map(Synthesizer::digest);
    }

    @Override
    public Optional<Sha256Digest> evaluator() {
        return models.measuring();
    }

    @Override
    public int rowsForAThread(int usual) {
        return models.any() ? SNIPPETS : usual;
    }

    @Override
    public void close() {
        models.close();
    }

    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return role == ColumnRole.UTTERANCE || role == ColumnRole.WEIGHT || role == ColumnRole.CLUSTER;
    }

    /** Into {@link CodedBatch#label} whether the row is its utterance's first, into {@link CodedBatch#prediction} who listened. */
    @Override
    public void code(CodedBatch coded) {
        int utterance = roles.of(ColumnRole.UTTERANCE);
        int listener = roles.of(ColumnRole.LISTENER);
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            coded.label[i] = 1;
            if (utterance != Roles.NONE) {
                int known = utterances.size();
                coded.label[i] = code(coded.rows, utterance, row, utterances) == known ? 1 : 0;
            }
            if (listener != Roles.NONE) {
                coded.prediction[i] = code(coded.rows, listener, row, listeners);
            }
        }
    }

    private static int code(RowBatch rows, int column, int row, Dictionary dictionary) {
        return RowCoder.demand(rows.code(column, row, dictionary), rows, column, row, MOST);
    }

    @Override
    public Heard newPart(@Nullable Lane lane) {
        return new Heard();
    }

    @Override
    public void demandAgreement(List<Heard> parts) {}

    /** One thread's rows. */
    final class Heard implements LocalTask.Part<Heard> {

        private final SpeechSynthesis counted = new SpeechSynthesis(plan);
        private Row[] brought = {};
        private long[] lines = {};

        @Override
        public void answer(CodedBatch coded) {
            if (brought.length < coded.chosen.length) {
                brought = new Row[coded.chosen.length];
                lines = new long[coded.chosen.length];
            }
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                brought[i] = new Row();
                lines[i] = coded.rows.line(row);
                if (plan.parts().contains(Aspect.RATING)) {
                    rate(coded.rows, row, brought[i]);
                }
                if (coded.label[i] == 1) {
                    spoken.measure(coded.rows, row, brought[i]);
                }
            }
        }

        private void rate(RowBatch rows, int row, Row into) {
            int rating = roles.of(ColumnRole.RATING);
            double value = rows.numberOrNaN(rating, row);
            if (rows.isMissing(rating, row)) {
                return;
            }
            if (!(value >= plan.lowest() && value <= plan.highest())) {
                throw rows.fault(rating, row, "a rating, a number from " + plan.lowest() + " to " + plan.highest());
            }
            if (plan.listened() && rows.isMissing(roles.of(ColumnRole.LISTENER), row)) {
                throw rows.fault(roles.of(ColumnRole.LISTENER), row, "who gave the rating");
            }
            into.rated(value);
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new SynthesisBatch(
                    coded.count,
                    brought,
                    lines,
                    weight,
                    plan.groups().clustered() ? coded.cluster : null,
                    plan.listened() ? coded.prediction : null,
                    coded.features));
        }

        @Override
        public void merge(Heard other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries);
        }
    }
}
