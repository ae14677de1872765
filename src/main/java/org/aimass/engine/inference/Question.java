package org.aimass.engine.inference;

import java.util.List;

/** What a model is asked for each row. */
public sealed interface Question {

    /** The probability of a label, from 0 to 1; where the model gives none, the label itself. */
    record Probability(String label) implements Question {}

    /**
     * The probability of each class, from 0 to 1; where the model gives none, the label itself.
     *
     * @param labels in the order in which the answers are wished; empty to take them as the model has them
     */
    record Probabilities(List<String> labels) implements Question {
        public Probabilities {
            labels = List.copyOf(labels);
        }
    }

    /** Several finite numbers, which stand for what was shown together. */
    record Embedding() implements Question {}

    /** An image, which something else looks at. */
    record Image() implements Question {}

    /** Any finite number. */
    record Quantity() implements Question {}
}
