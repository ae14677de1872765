package org.aimass.engine.local;

import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Synthesizer;
import org.aimass.engine.inference.VoiceEncoder;
import org.aimass.engine.metrics.SynthesisMetrics.Row;
import org.aimass.engine.speech.Embedding;
import org.aimass.engine.speech.Normalizer;
import org.aimass.engine.speech.VoiceDistance;
import org.jspecify.annotations.Nullable;

/**
 * What an utterance itself is like: what is understood of it, and how near it is to a person's rendering. A model that speaks says each
 * text once, and all that is measured is measured of that. For several threads at once.
 */
final class Utterances {

    private final Roles roles;
    private final SpeechModels models;
    private final Optional<Recordings> recordings;
    private final Spoken spoken;
    private final boolean understood;

    /**
     * @param recordings those that rows name; empty where none are heard
     * @param understood whether what is understood is measured
     */
    Utterances(
            Roles roles,
            SpeechModels models,
            Optional<Recordings> recordings,
            Normalizer normalizer,
            boolean understood) {
        this.roles = roles;
        this.models = models;
        this.recordings = recordings;
        this.understood = understood;
        spoken = new Spoken(normalizer);
    }

    private boolean has(ColumnRole role) {
        return roles.of(role) != Roles.NONE;
    }

    /** @throws BadInput at a value, a recording or an answer that cannot be used */
    void measure(RowBatch rows, int row, Row into) {
        boolean referred =
                has(ColumnRole.REFERENCE_AUDIO) && !rows.isMissing(roles.of(ColumnRole.REFERENCE_AUDIO), row);
        Rendering rendering = referred || models.ear().isPresent() ? rendering(rows, row) : null;
        if (understood) {
            Spoken.Text heard = understood(rows, row, rendering);
            into.understood(spoken.text(rows, roles.of(ColumnRole.TEXT), row).errorsOf(heard));
        }
        if (rendering != null && referred) {
            Rendering reference = recordings.orElseThrow().rendering(rows, roles.of(ColumnRole.REFERENCE_AUDIO), row);
            compare(reference, rendering, into);
        }
        if (has(ColumnRole.EMBEDDING)) {
            into.similar(given(rows, row));
        }
    }

    private Rendering rendering(RowBatch rows, int row) {
        if (models.mouth().isEmpty()) {
            return recordings.orElseThrow().rendering(rows, roles.of(ColumnRole.AUDIO), row);
        }
        int column = roles.of(ColumnRole.TEXT);
        Synthesizer mouth = models.mouth().get();
        try {
            return new Rendering(rows, column, row, mouth.say(rows, column, row), true);
        } catch (BrokenFile e) {
            throw Rendering.fault(rows, column, row, true, e);
        }
    }

    private Spoken.Text understood(RowBatch rows, int row, @Nullable Rendering rendering) {
        String where = rows.where(row);
        return rendering == null || models.ear().isEmpty()
                ? spoken.text(rows, roles.of(ColumnRole.TRANSCRIPT), row)
                : spoken.text(rendering.heard(it -> models.ear().get().transcribe(it, where)), where);
    }

    private void compare(Rendering reference, Rendering rendering, Row into) {
        VoiceDistance distance = reference.distanceTo(rendering);
        into.compared(
                distance.cepstralDistortion(),
                distance.pitchError().orElse(Double.NaN),
                distance.pairs(),
                distance.voicingErrors());
        if (models.voices().isPresent()) {
            VoiceEncoder voices = models.voices().get();
            String where = rendering.rows().where(rendering.row());
            double cosine = Embedding.cosine(
                    rendering.heard(it -> voices.embed(it, where)), reference.heard(it -> voices.embed(it, where)));
            if (Double.isNaN(cosine)) {
                throw new BadInput(where + ": model.speaker finds nothing but 0 in a voice; expected a direction");
            }
            into.similar(cosine);
        }
    }

    /** How alike the embeddings are that the dataset brings. */
    private double given(RowBatch rows, int row) {
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

    private static double[] vector(RowBatch rows, int column, int row) {
        return Embedding.of(rows.text(column, row))
                .orElseThrow(() -> rows.fault(column, row, "numbers, apart by blanks"));
    }
}
