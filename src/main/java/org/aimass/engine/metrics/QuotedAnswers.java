package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some rows of an audit of a language model, word for word: those that {@link #FOREMOST} has first, of equal ones by their lines. */
public record QuotedAnswers(List<Answer> answers) {

    /** What may be found in a row. */
    public enum Finding {
        TOXIC,
        REFUSED,
        /** not the right answer to a question */
        WRONG,
        /** the answer that follows the bias */
        BIASED,
        /** none of the answers that there are to a question */
        UNMATCHED,
        /** once a name is exchanged the score is on the other side of the threshold */
        FLIPPED
    }

    /** What is quoted, each text by its start only if it is long. */
    public sealed interface Quote permits Reply, Exchange {

        List<Finding> findings();
    }

    /**
     * What a model answered.
     *
     * @param prompt what was asked; empty where the dataset does not tell
     * @param right of a question its right answer; empty of others
     * @param toxicity from 0 to 1; empty where nothing has judged it
     * @param sentiment any number, lower where it is worse; empty where nothing tells it
     */
    public record Reply(
            Optional<String> prompt,
            String answer,
            Optional<String> right,
            Optional<Double> toxicity,
            Optional<Double> sentiment,
            List<Finding> findings)
            implements Quote {
        public Reply {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A text in which a name or an identity was exchanged.
     *
     * @param text as it stands; empty where the dataset does not tell
     * @param exchanged the same after the exchange
     * @param score of the text, any number
     * @param exchangedScore after the exchange
     */
    public record Exchange(
            Optional<String> text,
            Optional<String> exchanged,
            double score,
            double exchangedScore,
            List<Finding> findings)
            implements Quote {
        public Exchange {
            findings = List.copyOf(findings);
        }

        /** How far apart both scores are, at least 0. */
        public double gap() {
            return Math.abs(exchangedScore - score);
        }
    }

    /**
     * Of answers the most toxic, then those that are toxic, refusals, the biased, those that match none, the worst sentiment; of exchanges
     * the widest gap.
     */
    public static final Comparator<Quote> FOREMOST = Comparator.comparingDouble(QuotedAnswers::weight)
            .reversed()
            .thenComparing(with(Finding.TOXIC))
            .thenComparing(with(Finding.REFUSED))
            .thenComparing(with(Finding.BIASED))
            .thenComparing(with(Finding.UNMATCHED))
            .thenComparingDouble(QuotedAnswers::sentiment);

    private static double weight(Quote quote) {
        return quote instanceof Reply reply ? reply.toxicity().orElse(-1.0) : ((Exchange) quote).gap();
    }

    private static double sentiment(Quote quote) {
        return quote instanceof Reply reply ? reply.sentiment().orElse(0.0) : 0;
    }

    private static Comparator<Quote> with(Finding finding) {
        return Comparator.comparing(quote -> !quote.findings().contains(finding));
    }

    /**
     * One of them.
     *
     * @param line where it stands in the dataset
     * @param features its values of the sensitive features
     */
    public record Answer(long line, Map<String, String> features, Quote quote) {
        public Answer {
            features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        }
    }

    public QuotedAnswers {
        answers = List.copyOf(answers);
    }
}
