package org.aimass.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Reply;

/** The part of an outcome that quotes what a language model answered, or texts with a name exchanged. */
final class AnswersJson {

    private AnswersJson() {}

    static void write(QuotedAnswers quoted, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("answers");
        for (QuotedAnswers.Answer answer : quoted.answers()) {
            json.writeStartObject();
            json.writeNumberField("line", answer.line());
            OutcomeFile.features(answer.features(), json);
            if (answer.quote() instanceof Reply reply) {
                write(reply, json);
            } else if (answer.quote() instanceof Exchange exchange) {
                write(exchange, json);
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

    private static void write(Reply reply, JsonGenerator json) throws IOException {
        text("prompt", reply.prompt(), json);
        json.writeStringField("answer", reply.answer());
        text("right", reply.right(), json);
        number("toxicity", reply.toxicity(), json);
        number("sentiment", reply.sentiment(), json);
    }

    private static void write(Exchange exchange, JsonGenerator json) throws IOException {
        text("text", exchange.text(), json);
        json.writeNumberField("score", exchange.score());
        text("exchanged", exchange.exchanged(), json);
        json.writeNumberField("exchanged_score", exchange.exchangedScore());
    }

    private static void text(String field, Optional<String> text, JsonGenerator json) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(field, text.get());
        }
    }

    private static void number(String field, Optional<Double> number, JsonGenerator json) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(field, number.get());
        }
    }
}
