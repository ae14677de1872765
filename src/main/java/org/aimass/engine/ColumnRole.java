package org.aimass.engine;

import java.util.Locale;

/** The part that one column of the dataset plays in an audit. */
public enum ColumnRole {
    /** the truth */
    LABEL,
    /** the model's answer, where the dataset brings it */
    PREDICTION,
    /** the model's score, where the dataset brings it */
    SCORE,
    /** which list a row of a ranking belongs to */
    QUERY,
    /** how much a row of a ranking is worth */
    RELEVANCE,
    /** the place of a row in its list, from 1 */
    RANK,
    /** the log-likelihood of the more stereotyping sentence of a pair */
    MORE,
    /** that of the less stereotyping one */
    LESS,
    /** that of a sentence that has nothing to do with either */
    UNRELATED,
    /** whether a pair is of a stereotype or of its opposite */
    DIRECTION,
    /** the answer to a question that follows the bias */
    BIASED,
    /** the answer that says that it cannot be told */
    UNKNOWN,
    /** a third answer to a question, neither of the two */
    OTHER,
    /** what a language model is asked, up to its answer */
    PROMPT,
    /** whether the model's answer to a prompt is toxic */
    TOXIC,
    /** whether the model refused a prompt */
    REFUSED,
    /** the sentiment of the model's answer to a prompt */
    SENTIMENT,
    /** the score once a name or an identity is exchanged */
    COUNTERFACTUAL,
    WEIGHT,
    /** the person, speaker or image that several rows belong to */
    CLUSTER;

    /** The key in job files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
