package org.aimass.audit.control;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of the answers of a classifier of texts counts: by its label, or by its place among the numbers. Not yet checked.
 *
 * @param label as the model's file writes it
 * @param place from 0
 */
public record SoughtAnswer(Optional<String> label, OptionalInt place) {

    /** Nobody says it, for it is clear. */
    public static final SoughtAnswer CLEAR = new SoughtAnswer(Optional.empty(), OptionalInt.empty());

    /** The field that says it; empty where none does. */
    Optional<String> field() {
        return label.isPresent()
                ? Optional.of("toxicLabel")
                : place.isPresent() ? Optional.of("toxicPlace") : Optional.empty();
    }
}
