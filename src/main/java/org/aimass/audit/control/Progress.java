package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the engine's progress. What is not there, or not a sane number, is null.
 *
 * @param stage a lower-case word
 */
record Progress(
        String stage,
        @Nullable Long rows,
        @Nullable Long rowsTotal,
        @Nullable Double rate,
        @Nullable Double secondsLeft) {

    private static final int LONGEST_LINE = 1_000;

    /** Empty for a line that is none; a talkative or hostile engine tells nothing else this way. */
    static Optional<Progress> parse(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        try {
            JsonNode json = StrictJson.MAPPER.readTree(line);
            String stage = json.path("stage").asText("");
            return stage.matches("[a-z][a-z_ ]{0,39}")
                    ? Optional.of(new Progress(
                            stage,
                            count(json.path("rows")),
                            count(json.path("rows_total")),
                            amount(json.path("rate")),
                            amount(json.path("left_s"))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Long count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 ? node.longValue() : null;
    }

    private static @Nullable Double amount(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue()) && node.doubleValue() >= 0
                ? node.doubleValue()
                : null;
    }
}
