package org.aimass.shared;

import java.util.List;

/**
 * One number about the running portal, named as Prometheus does: {@code aimass_}, what it is, its unit; {@code _total} for what only
 * grows. About the portal, never about a person.
 *
 * @param help one sentence for whoever draws the chart
 * @param label names what tells the values apart, such as {@code status}; empty when there is one value
 */
public record Reading(Kind kind, String name, String help, String label, List<Value> values) {

    /** Whether it goes up and down, or only up until the portal starts again. */
    public enum Kind {
        GAUGE,
        COUNTER
    }

    /**
     * @param of one of the few words that the label may be
     */
    public record Value(String of, double value) {}

    public Reading {
        if (!name.matches("aimass_[a-z0-9_]+") || (kind == Kind.COUNTER) != name.endsWith("_total")) {
            throw new IllegalArgumentException("no name for a " + kind + ": " + name);
        }
        values = List.copyOf(values);
    }

    public static Reading gauge(String name, String help, double value) {
        return new Reading(Kind.GAUGE, name, help, "", List.of(new Value("", value)));
    }

    public static Reading gauge(String name, String help, String label, List<Value> values) {
        return new Reading(Kind.GAUGE, name, help, label, values);
    }

    public static Reading counter(String name, String help, String label, List<Value> values) {
        return new Reading(Kind.COUNTER, name, help, label, values);
    }
}
