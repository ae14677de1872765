package org.aimass.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;

/** Writes what the thresholds of a verification trade off, group by group. */
final class ErrorTradeOffJson {

    private ErrorTradeOffJson() {}

    static void write(ErrorTradeOffs curves, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("error_trade_off");
        json.writeArrayFieldStart("thresholds");
        for (double threshold : curves.thresholds()) {
            json.writeNumber(threshold);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("groups");
        for (ErrorTradeOff group : curves.groups()) {
            json.writeStartObject();
            OutcomeFile.features(group.features(), json);
            json.writeNumberField("genuine", group.genuine());
            json.writeNumberField("impostor", group.impostor());
            counts("false_matches", group.falseMatches(), json);
            counts("false_non_matches", group.falseNonMatches(), json);
            if (group.weighed().isPresent()) {
                weighed(group.weighed().get(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void weighed(ErrorTradeOff.Weighed group, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("weighed");
        json.writeNumberField("genuine", group.genuine());
        json.writeNumberField("impostor", group.impostor());
        sums("false_matches", group.falseMatches(), json);
        sums("false_non_matches", group.falseNonMatches(), json);
        json.writeEndObject();
    }

    private static void sums(String field, List<Double> sums, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (double sum : sums) {
            json.writeNumber(sum);
        }
        json.writeEndArray();
    }

    private static void counts(String field, List<Long> counts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (long count : counts) {
            json.writeNumber(count);
        }
        json.writeEndArray();
    }
}
