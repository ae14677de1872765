package org.aimass.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long the recordings are that a column names, each counted once however many rows name it.
 *
 * @param files that the column names
 * @param unreadable how many of those that were tried are no sound that can be read
 * @param firstUnreadable the first of these and what is wrong with it, the engine's own line, in English
 * @param length of those that were read; empty where none was
 * @param rates in samples a second, the most frequent first
 * @param otherRates how many recordings have a rate that is not listed
 */
public record Recordings(
        String column,
        long files,
        long unreadable,
        Optional<String> firstUnreadable,
        Optional<Length> length,
        List<Rate> rates,
        long otherRates) {

    private static final int MOST_RATES = 20;
    private static final int HIGHEST_RATE = 384_000;

    public Recordings {
        rates = List.copyOf(rates);
    }

    /**
     * Seconds.
     *
     * @param count how many recordings were read
     * @param total of all together
     */
    public record Length(long count, double minimum, double median, double maximum, double total) {}

    /** How many recordings have a rate. */
    public record Rate(int rate, long files) {}

    /** How many the engine did not come to, because all before them are long. */
    public long untried() {
        return files - unreadable - length.map(Length::count).orElse(0L);
    }

    /**
     * Reads them out of a profile, trusting nothing in it; none where it says nothing of any.
     *
     * @param columns of the profile
     * @throws IllegalArgumentException when there is something else
     */
    static List<Recordings> parse(JsonNode profile, Set<String> columns) {
        if (!profile.has("recordings")) {
            return List.of();
        }
        List<Recordings> all = new ArrayList<>();
        for (JsonNode node : EngineJson.items(profile, "recordings", columns.size())) {
            Recordings one = of(node);
            if (!columns.contains(one.column)
                    || one.untried() < 0
                    || all.stream().anyMatch(other -> other.column.equals(one.column))) {
                throw new IllegalArgumentException("recordings");
            }
            all.add(one);
        }
        return all;
    }

    private static Recordings of(JsonNode node) {
        return new Recordings(
                EngineJson.text(node, "column"),
                EngineJson.count(node, "files"),
                EngineJson.count(node, "unreadable"),
                node.has("first_unreadable")
                        ? Optional.of(EngineJson.text(node, "first_unreadable"))
                        : Optional.empty(),
                node.has("seconds") ? Optional.of(length(node.path("seconds"))) : Optional.empty(),
                EngineJson.items(node, "rates", MOST_RATES).stream()
                        .map(Recordings::rate)
                        .toList(),
                EngineJson.count(node, "other_rates"));
    }

    private static Length length(JsonNode node) {
        return new Length(
                EngineJson.count(node, "count"),
                EngineJson.number(node, "minimum"),
                EngineJson.number(node, "median"),
                EngineJson.number(node, "maximum"),
                EngineJson.number(node, "total"));
    }

    private static Rate rate(JsonNode node) {
        long rate = EngineJson.count(node, "rate");
        if (rate > HIGHEST_RATE) {
            throw new IllegalArgumentException("rate");
        }
        return new Rate((int) rate, EngineJson.count(node, "files"));
    }
}
