package org.aimass.registry.boundary;

import java.util.Optional;

/** What was typed into a line, before it is checked. */
final class Typed {

    private Typed() {}

    /** A whole number; what is none becomes one that no setting has, and is refused at its field. */
    static int whole(String text) {
        return text.strip().matches("[0-9]{1,9}") ? Integer.parseInt(text.strip()) : -1;
    }

    /** Any number; what is none becomes one that no setting has. */
    static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static Optional<String> optional(String text) {
        return Optional.of(text.strip()).filter(said -> !said.isEmpty());
    }
}
