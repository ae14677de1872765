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
