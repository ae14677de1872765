package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aimass.engine.metrics.QuotedAnswers.Answer;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.web.Format;

/**
 * One row that a run quotes, in the reader's words.
 *
 * @param asked the prompt, or the text as it stands; empty where the dataset does not tell
 * @param answered the answer, or the text after the exchange; empty where the dataset does not tell, or the model said nothing
 * @param right of a question its right answer; else empty
 * @param findings what was found in it
 * @param numbers what was measured of it
 */
public record QuotedLine(
        String line,
        String group,
        String asked,
        String answered,
        String right,
        List<String> findings,
        List<String> numbers) {

    static final List<String> COLUMNS = List.of(
            "line",
            "group",
            "prompt",
            "answer",
            "right",
            "toxicity",
            "sentiment",
            "text",
            "score",
            "exchanged",
            "exchanged_score",
            "findings");

    private static final int DIGITS = 3;

    static QuotedLine of(Answer answer, AuditText text, Format format) {
        List<String> findings = answer.quote().findings().stream()
                .map(finding -> text.say("quotes.finding." + finding))
                .toList();
        List<String> numbers = new ArrayList<>();
        if (answer.quote() instanceof Reply reply) {
            reply.toxicity().ifPresent(it -> numbers.add(text.say("quotes.toxicity", format.decimal(it, DIGITS))));
            reply.sentiment().ifPresent(it -> numbers.add(text.say("quotes.sentiment", format.decimal(it, DIGITS))));
            return new QuotedLine(
                    format.whole(answer.line()),
                    text.group(answer.features()),
                    reply.prompt().orElse(""),
                    reply.answer(),
                    reply.right().orElse(""),
                    findings,
                    numbers);
        }
        Exchange exchange = (Exchange) answer.quote();
        numbers.add(text.say(
                "quotes.scores",
                format.decimal(exchange.score(), DIGITS),
                format.decimal(exchange.exchangedScore(), DIGITS)));
        numbers.add(text.say("quotes.gap", format.decimal(exchange.gap(), DIGITS)));
        return new QuotedLine(
                format.whole(answer.line()),
                text.group(answer.features()),
                exchange.text().orElse(""),
                exchange.exchanged().orElse(""),
                "",
                findings,
                numbers);
    }

    /** For machines, unrounded. */
    static List<Object> cells(Answer answer) {
        Optional<Reply> reply = answer.quote() instanceof Reply it ? Optional.of(it) : Optional.empty();
        Optional<Exchange> exchange = answer.quote() instanceof Exchange it ? Optional.of(it) : Optional.empty();
        return List.of(
                answer.line(),
                String.join(", ", answer.features().values()),
                reply.flatMap(Reply::prompt).orElse(""),
                reply.map(Reply::answer).orElse(""),
                reply.flatMap(Reply::right).orElse(""),
                cell(reply.flatMap(Reply::toxicity)),
                cell(reply.flatMap(Reply::sentiment)),
                exchange.flatMap(Exchange::text).orElse(""),
                cell(exchange.map(Exchange::score)),
                exchange.flatMap(Exchange::exchanged).orElse(""),
                cell(exchange.map(Exchange::exchangedScore)),
                String.join(
                        " ",
                        answer.quote().findings().stream().map(QuotedLine::word).toList()));
    }

    private static Object cell(Optional<Double> number) {
        return number.isPresent() ? number.get() : "";
    }

    private static String word(Finding finding) {
        return finding.name().toLowerCase(Locale.ROOT);
    }
}
