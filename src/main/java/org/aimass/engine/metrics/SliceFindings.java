package org.aimass.engine.metrics;

/** What the search for the subgroups that fare worst came to: {@code worst_slices} in the outcome file. */
public sealed interface SliceFindings permits WorstSlices, SliceFindings.NotSearched {

    /**
     * No search would be sound.
     *
     * @param reason in English, lower case, such as {@code rows have weights}
     */
    record NotSearched(String reason) implements SliceFindings {}
}
