package org.aimass.audit.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a results page about some measures of every group: a plot of each, one table, and what sums them up over all groups.
 *
 * @param lead what it tells, in a sentence
 * @param note what to beware of; may be empty
 * @param columns the names of the measures
 * @param lines all rows first, then each group
 * @param summaries over all groups; described, not judged
 */
public record MeasurePanel(
        String heading,
        String lead,
        String note,
        List<Plot> plots,
        List<String> columns,
        List<Line> lines,
        List<Summary> summaries) {

    /** A group, with a cell for each column. */
    public record Line(String name, List<Cell> cells) {}

    /**
     * A value.
     *
     * @param around what it counts and how sure it is; may be empty
     * @param explained null where nothing was measured
     */
    public record Cell(
            String column,
            String value,
            String around,
            @Nullable Explained explained) {}

    /**
     * How far apart the groups are, in one number.
     *
     * @param means what the number is
     * @param around how sure it is, or what is known where there is no number; may be empty
     */
    public record Summary(String name, String means, String value, String around, Explained explained) {}

    public MeasurePanel {
        plots = List.copyOf(plots);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        summaries = List.copyOf(summaries);
    }
}
