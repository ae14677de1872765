package org.aimass.engine.local;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.SynthesisSettings;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.metrics.SynthesisMetrics.Aspect;
import org.aimass.engine.metrics.SynthesisMetrics.Row;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.speech.Embedding;
import org.aimass.engine.task.SpeechSynthesis;
import org.aimass.engine.task.SynthesisBatch;
import org.aimass.engine.task.SynthesisPlan;
import org.jspecify.annotations.Nullable;

/**
 * Speech synthesis: rows that judge an utterance, or that are one. What an utterance itself is like is measured in its first row
 * alone.
 */
final class LocalSpeechSynthesis implements LocalTask<LocalSpeechSynthesis.Heard> {

    private static final int MOST = SpeechSynthesis.MOST_ROWS;

    private final SynthesisPlan plan;
    private final SynthesisSettings settings;
    private final Roles roles;
    private final Optional<Renderings> renderings;
    private final Dictionary utterances = new Dictionary(MOST);
    private final Dictionary listeners = new Dictionary(MOST);

    /**
     * @param files that rows can name; empty where the dataset is a table alone
     * @throws BadInput if columns lack what they are held against
     */
    LocalSpeechSynthesis(AuditJob job, Roles roles, Optional<NamedFiles> files) {
        this.roles = roles;
        settings = (SynthesisSettings) job.settings().orElseThrow();
        boolean heard = job.model().isPresent();
        if (heard && !has(ColumnRole.TEXT)) {
            throw new BadInput("columns.text: found none, expected the texts that model.evaluator is to hear");
        }
        demandPartner(ColumnRole.TRANSCRIPT, ColumnRole.TEXT);
        demandPartner(ColumnRole.LISTENER, ColumnRole.RATING);
        demandPartner(ColumnRole.REFERENCE_AUDIO, ColumnRole.AUDIO);
        demandPartner(ColumnRole.EMBEDDING, ColumnRole.REFERENCE_EMBEDDING);
        demandPartner(ColumnRole.REFERENCE_EMBEDDING, ColumnRole.EMBEDDING);
        Set<Aspect> parts = EnumSet.noneOf(Aspect.class);
        if (has(ColumnRole.RATING)) {
            parts.add(Aspect.RATING);
        }
        if (has(ColumnRole.TRANSCRIPT) || heard) {
            parts.add(Aspect.TRANSCRIPT);
        }
        if (has(ColumnRole.REFERENCE_AUDIO)) {
            parts.add(Aspect.SOUND);
        }
        if (has(ColumnRole.EMBEDDING)) {
            parts.add(Aspect.EMBEDDING);
        }
        if (parts.isEmpty()) {
            throw new BadInput("columns: found nothing to judge speech by, expected rating, transcript, reference_audio"
                    + " or embedding, or a model that hears it");
        }
        renderings = parts.contains(Aspect.SOUND)
                ? Optional.of(new Renderings(
                        files.orElseThrow(() -> new BadInput(
                                "columns.audio: the dataset is a table alone; expected a folder, zip or tar.gz of WAV or"
                                        + " FLAC files")),
                        roles.of(ColumnRole.REFERENCE_AUDIO),
                        roles.of(ColumnRole.AUDIO)))
                : Optional.empty();
        plan = new SynthesisPlan(
                roles.groupPlan(job),
                parts,
                has(ColumnRole.LISTENER),
                settings.unit() == Unit.WORD,
                settings.lowest(),
                settings.highest());
    }

    private boolean has(ColumnRole role) {
        return roles.of(role) != Roles.NONE;
    }

    private void demandPartner(ColumnRole role, ColumnRole partner) {
        if (has(role) && !has(partner)) {
            throw new BadInput("columns.%s: found none, expected a column beside columns.%s"
                    .formatted(partner.word(), role.word()));
        }
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
        return new Heard(lane);
    }

    @Override
    public void demandAgreement(List<Heard> parts) {}

    /** One thread's rows. */
    final class Heard implements LocalTask.Part<Heard> {

        private final @Nullable Lane lane;
        private final SpeechSynthesis counted = new SpeechSynthesis(plan);
        private final Spoken spoken = new Spoken(settings.normalizer());
        private Row[] brought = {};
        private long[] lines = {};

        private Heard(@Nullable Lane lane) {
            this.lane = lane;
        }

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
                    measure(coded.rows, row, brought[i]);
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

        private void measure(RowBatch rows, int row, Row into) {
            if (plan.parts().contains(Aspect.TRANSCRIPT)) {
                Spoken.Text understood = lane == null
                        ? spoken.text(rows, roles.of(ColumnRole.TRANSCRIPT), row)
                        : spoken.text(lane.transcribe(rows, row), rows.where(row));
                into.understood(
                        spoken.text(rows, roles.of(ColumnRole.TEXT), row).errorsOf(understood));
            }
            renderings.ifPresent(both -> both.compare(rows, row, into));
            if (plan.parts().contains(Aspect.EMBEDDING)) {
                into.similar(cosine(rows, row));
            }
        }

        private double cosine(RowBatch rows, int row) {
            int column = roles.of(ColumnRole.EMBEDDING);
            int referenceColumn = roles.of(ColumnRole.REFERENCE_EMBEDDING);
            double[] vector = vector(rows, column, row);
            double[] reference = vector(rows, referenceColumn, row);
            if (vector.length != reference.length) {
                throw rows.fault(column, row, reference.length + " numbers, as the reference has");
            }
            double cosine = Embedding.cosine(vector, reference);
            if (Double.isNaN(cosine)) {
                throw rows.fault(column, row, "vectors that are not 0");
            }
            return cosine;
        }

        private double[] vector(RowBatch rows, int column, int row) {
            return Embedding.of(rows.text(column, row))
                    .orElseThrow(() -> rows.fault(column, row, "numbers, apart by blanks"));
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
