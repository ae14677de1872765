package org.aimass.audit.entity;

import org.aimass.engine.metrics.QuotedAnswers.Answer;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.engine.metrics.Transcripts;
import org.jspecify.annotations.Nullable;

/** A row that an outcome quotes, told without its texts: what compares outcomes is read by people who may not see the dataset's rows. */
final class QuotedItem {

    private QuotedItem() {}

    /** By lengths in characters and by numbers; of anything that is no quote its own text. */
    static String told(Object item) {
        if (item instanceof Transcripts.Snippet snippet) {
            return characters(snippet.reference()) + " said, " + characters(snippet.answer()) + " understood, "
                    + snippet.errors();
        }
        if (item instanceof Answer answer && answer.quote() instanceof Reply reply) {
            return characters(reply.prompt().orElse("")) + " asked, " + characters(reply.answer())
                    + " answered, toxicity "
                    + number(reply.toxicity().orElse(null)) + ", sentiment "
                    + number(reply.sentiment().orElse(null)) + ", " + reply.findings();
        }
        if (item instanceof Answer answer && answer.quote() instanceof Exchange exchange) {
            return characters(exchange.text().orElse("")) + ", then "
                    + characters(exchange.exchanged().orElse("")) + ", scores " + exchange.score() + " and "
                    + exchange.exchangedScore();
        }
        return item.toString();
    }

    private static String characters(String text) {
        return text.codePointCount(0, text.length()) + " characters";
    }

    private static String number(@Nullable Double number) {
        return number == null ? "none" : number.toString();
    }
}
