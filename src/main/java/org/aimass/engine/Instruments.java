package org.aimass.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.shared.Sha256Digest;

/**
 * Models that measure what the audited one does, and are not audited themselves.
 *
 * @param images turns the images that a generator takes and makes into embeddings
 * @param toxicity tells how toxic an answer of a language model is
 * @param sentiment tells the sentiment of such an answer
 */
public record Instruments(Optional<Evaluator> images, Optional<Evaluator> toxicity, Optional<Evaluator> sentiment) {

    static final Instruments NONE = new Instruments(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * One of them.
     *
     * @param sha256 what the file's digest must be: it is part of how is measured
     * @param output the name of the output that holds the answer; empty where it is clear
     * @param index the column of that output
     */
    public record Evaluator(Path path, Sha256Digest sha256, Optional<String> output, OptionalInt index) {}

    /** The one that the outcome tells of: of texts the judge of toxicity before that of sentiment. */
    public Optional<Evaluator> main() {
        return images.or(() -> toxicity).or(() -> sentiment);
    }

    /** Whether one of them judges texts. */
    public boolean judgeTexts() {
        return toxicity.isPresent() || sentiment.isPresent();
    }
}
