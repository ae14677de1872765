package org.aimass.engine.task;

import java.util.Comparator;

/** The order in which labels are shown that nobody has put in order. */
final class Labels {

    /** Numbers by value, before all that are none; these by text. */
    static final Comparator<String> BY_VALUE =
            Comparator.comparing(Labels::number).thenComparing(Comparator.naturalOrder());

    private Labels() {}

    private static double number(String label) {
        try {
            return Double.parseDouble(label);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
