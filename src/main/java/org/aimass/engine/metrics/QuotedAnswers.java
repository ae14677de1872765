package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some answers of a language model, word for word: those that something was found in, the highest score first, of equal ones refusals,
 * then by their lines.
 */
public record QuotedAnswers(List<Answer> answers) {

    /** What may be found in an answer. */
    public enum Finding {
        TOXIC,
        REFUSED,
        /** it is none of the answers that there are to a question */
        UNMATCHED
    }

    /**
     * What is quoted, each text by its start only if it is long.
     *
     * @param prompt what was asked; empty where the dataset does not tell
     * @param toxicity from 0 to 1; empty where nothing has judged it
     * @param findings at least one
     */
    public record Quote(Optional<String> prompt, String answer, Optional<Double> toxicity, List<Finding> findings) {
        public Quote {
            findings = List.copyOf(findings);
        }
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
