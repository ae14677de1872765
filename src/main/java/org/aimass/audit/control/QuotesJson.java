package org.aimass.audit.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.QuotedAnswers.Reply;

/** The part {@code answers} of an outcome file, which quotes texts that anyone may have written, and the column that keeps a quote. */
final class QuotesJson {

    private static final int MAX_QUOTES = 100;
    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_WORD = 20;
    private static final String EXCHANGED_SCORE = "exchanged_score";

    private QuotesJson() {}

    static Optional<QuotedAnswers> read(Fields outcome) {
        if (!outcome.has("answers")) {
            return Optional.empty();
        }
        List<QuotedAnswers.Answer> answers = outcome.list("answers", MAX_QUOTES, QuotesJson::answer);
        Set<Long> lines = new HashSet<>();
        for (QuotedAnswers.Answer answer : answers) {
            if (!lines.add(answer.line())) {
                throw new Fields.Malformed("answers: line " + answer.line() + " twice, expected each once");
            }
        }
        return Optional.of(new QuotedAnswers(answers));
    }

    private static QuotedAnswers.Answer answer(Fields json) {
        return new QuotedAnswers.Answer(
                json.count("line", OutcomeReader.MAX_ROWS),
                json.textMap("features", MAX_FEATURES, MAX_TEXT),
                quote(json));
    }

    private static Quote quote(Fields json) {
        List<Finding> findings = json.has("findings") ? findings(json) : List.of();
        return json.has(EXCHANGED_SCORE)
                ? new Exchange(
                        text(json, "text"),
                        text(json, "exchanged"),
                        json.number("score"),
                        json.number(EXCHANGED_SCORE),
                        findings)
                : new Reply(
                        text(json, "prompt"),
                        json.legible("answer", DetailsJson.MAX_QUOTE),
                        text(json, "right"),
                        json.has("toxicity") ? Optional.of(share(json)) : Optional.empty(),
                        json.has("sentiment") ? Optional.of(json.number("sentiment")) : Optional.empty(),
                        findings);
    }

    private static Optional<String> text(Fields json, String name) {
        return json.has(name) ? Optional.of(json.legible(name, DetailsJson.MAX_QUOTE)) : Optional.empty();
    }

    private static double share(Fields json) {
        double toxicity = json.number("toxicity");
        if (toxicity < 0 || toxicity > 1) {
            throw new Fields.Malformed("answers: found a toxicity of " + toxicity + ", expected 0 to 1");
        }
        return toxicity;
    }

    private static List<Finding> findings(Fields json) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        List<String> words = json.texts("findings", Finding.values().length, MAX_WORD);
        for (Finding finding : Finding.values()) {
            if (words.contains(word(finding))) {
                findings.add(finding);
            }
        }
        if (findings.size() != words.size()) {
            throw new Fields.Malformed("answers: found findings that are not known, or twice");
        }
        return new ArrayList<>(findings);
    }

    static String word(Finding finding) {
        return finding.name().toLowerCase(Locale.ROOT);
    }

    static String column(Quote quote) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (quote instanceof Reply reply) {
            reply.prompt().ifPresent(prompt -> json.put("prompt", prompt));
            json.put("answer", reply.answer());
            reply.right().ifPresent(right -> json.put("right", right));
            reply.toxicity().ifPresent(toxicity -> json.put("toxicity", toxicity));
            reply.sentiment().ifPresent(sentiment -> json.put("sentiment", sentiment));
        } else if (quote instanceof Exchange exchange) {
            exchange.text().ifPresent(text -> json.put("text", text));
            json.put("score", exchange.score());
            exchange.exchanged().ifPresent(text -> json.put("exchanged", text));
            json.put(EXCHANGED_SCORE, exchange.exchangedScore());
        }
        quote.findings().forEach(finding -> json.withArray("findings").add(word(finding)));
        return StrictJson.write(json);
    }

    static Quote ofColumn(String column) {
        return Fields.read("", StrictJson.read(column), QuotesJson::quote);
    }
}
