package org.aimass.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Hearing;
import org.aimass.shared.Sha256Digest;

/**
 * Models that measure what the audited one does, and are not audited themselves.
 *
 * @param images turns the images that a generator takes and makes into embeddings
 * @param toxicity tells how toxic an answer of a language model is
 * @param sentiment tells the sentiment of such an answer
 * @param ear hears what is understood of synthesized speech
 * @param voices turns voices into embeddings
 */
public record Instruments(
        Optional<Evaluator> images,
        Optional<Evaluator> toxicity,
        Optional<Evaluator> sentiment,
        Optional<Ear> ear,
        Optional<Voices> voices) {

    static final Instruments NONE =
            new Instruments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * One of them.
     *
     * @param sha256 what the file's digest must be: it is part of how is measured
     * @param output the name of the output that holds the answer; empty where it is clear
     * @param index the column of that output
     */
    public record Evaluator(Path path, Sha256Digest sha256, Optional<String> output, OptionalInt index) {}

    /**
     * One that understands speech.
     *
     * @param sha256 what the file's digest must be
     * @param output the name of the output that scores tokens; empty where it is clear
     */
    public record Ear(Path path, Optional<Sha256Digest> sha256, Optional<String> output, Acoustics acoustics) {}

    /** One that tells voices apart. */
    public record Voices(Evaluator evaluator, Hearing hearing) {}

    static Instruments ofImages(Evaluator images) {
        return new Instruments(
                Optional.of(images), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Instruments ofTexts(Optional<Evaluator> toxicity, Optional<Evaluator> sentiment) {
        return new Instruments(Optional.empty(), toxicity, sentiment, Optional.empty(), Optional.empty());
    }

    static Instruments ofSpeech(Optional<Ear> ear, Optional<Voices> voices) {
        return new Instruments(Optional.empty(), Optional.empty(), Optional.empty(), ear, voices);
    }

    /** Whether one of them judges texts. */
    public boolean judgeTexts() {
        return toxicity.isPresent() || sentiment.isPresent();
    }

    /** Whether one of them hears speech. */
    public boolean hearSpeech() {
        return ear.isPresent() || voices.isPresent();
    }
}
