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
    /** what was to be synthesized */
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
    WEIGHT,
    /** the person, speaker or image that several rows belong to */
    CLUSTER;

    /** The key in job files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
