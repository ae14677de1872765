package org.aimass.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.aimass.engine.metrics.QuotedAnswers;

/** The part of an outcome that quotes what a language model answered. */
final class AnswersJson {

    private AnswersJson() {}

    static void write(QuotedAnswers quoted, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("answers");
        for (QuotedAnswers.Answer answer : quoted.answers()) {
            json.writeStartObject();
            json.writeNumberField("line", answer.line());
            OutcomeFile.features(answer.features(), json);
            if (answer.quote().prompt().isPresent()) {
                json.writeStringField("prompt", answer.quote().prompt().get());
            }
            json.writeStringField("answer", answer.quote().answer());
            if (answer.quote().toxicity().isPresent()) {
                json.writeNumberField("toxicity", answer.quote().toxicity().get());
            }
            OutcomeFile.texts(
                    "findings",
                    answer.quote().findings().stream()
                            .map(it -> it.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
