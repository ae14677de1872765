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
    /** what was said */
    REFERENCE,
    /** what was understood, where the dataset brings it */
    HYPOTHESIS,
    /** the sound, a file that the row names */
    AUDIO,
    /** what a person spoke, a file that the row names, where {@link #AUDIO} is what was synthesized */
    REFERENCE_AUDIO,
    /** what was to be synthesized, or is to be scored */
    TEXT,
    /** what was understood of it, where the dataset brings it */
    TRANSCRIPT,
    /** what several rows judge */
    UTTERANCE,
    /** how good a listener found it */
    RATING,
    /** who listened */
    LISTENER,
    /** the synthesized voice as a vector */
    EMBEDDING,
    /** the voice that it should be, as one */
    REFERENCE_EMBEDDING,
    /** how long a snippet of speech lasts */
    DURATION,
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
    /** what a language model answered, word for word */
    ANSWER,
    /** whether the model's answer to a prompt is toxic */
    TOXIC,
    /** the sentiment of the model's answer to a prompt */
    SENTIMENT,
    /** the score once a name or an identity is exchanged; with a model the text itself */
    COUNTERFACTUAL,
    /** the text itself once a name or an identity is exchanged, where the dataset brings its score; to be quoted */
    EXCHANGED,
    WEIGHT,
    /** whether a compared pair is one person, 1 or 0 */
    GENUINE,
    /** what is on the left of a compared pair: an image, or an embedding over several columns */
    LEFT,
    RIGHT,
    /** the group that the left of a compared pair belongs to */
    GROUP_LEFT,
    GROUP_RIGHT,
    /** the person on the left of a compared pair */
    CLUSTER_LEFT,
    CLUSTER_RIGHT,
    /** which search a candidate belongs to */
    PROBE,
    /** who a face is, or who is searched for */
    IDENTITY,
    /** whom a search takes the person for; nobody where it is empty */
    CANDIDATE,
    /** whether the person searched for is enrolled, 1 or 0 */
    MATED,
    /** whether a face is enrolled, 1, or searched for, 0 */
    ENROLLED,
    /** what is shown: an image, or an embedding over several columns */
    IMAGE,
    /** whether an image was generated, 1, or is a real one to compare with, 0 */
    GENERATED,
    /** whether the model refused to answer, 1 or 0 */
    REFUSED,
    /** what is perceived in an image */
    ATTRIBUTE,
    /** what images are compared by, over several columns */
    FEATURES,
    /** the embedding of the image that another was made from, over several columns */
    SOURCE,
    /** the embedding of the image that was made, over several columns */
    OUTPUT,
    /** the individual typology angle of the skin, in degrees */
    SOURCE_TONE,
    OUTPUT_TONE,
    /** the person, speaker or image that several rows belong to */
    CLUSTER;

    /** The key in job files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
