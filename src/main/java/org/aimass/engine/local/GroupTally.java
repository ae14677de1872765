package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;

/** Counts the groups of one column: how many rows each has, how many of each label, and how many with something missing. */
public final class GroupTally {

    /** So many groups are told apart; the others are counted together. */
    public static final int SHOWN = 50;

    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_TEXT = 4 << 20;

    /**
     * One group.
     *
     * @param labels rows by label, in the order of the survey's labels, then those of other labels, then those without one
     * @param incomplete rows in which some other column that has a role is empty
     */
    public record Group(String value, long rows, List<Long> labels, long incomplete) {

        public Group {
            labels = List.copyOf(labels);
        }
    }

    private final int column;
    private final int cells;
    private final Dictionary values = new Dictionary(MOST_GROUPS, MOST_TEXT);
    private final List<long[]> counts = new ArrayList<>();
    private final long[] missing;
    private final long[] beyond;

    /** @param labels how many labels there are to tell apart */
    GroupTally(int column, int labels) {
        this.column = column;
        cells = labels + 2;
        missing = new long[cells + 1];
        beyond = new long[cells + 1];
    }

    /** @param label its place, or one behind the last for another, or two behind for none */
    void add(RowBatch batch, int row, int label, boolean incomplete) {
        long[] cell = cell(batch, row);
        cell[label]++;
        cell[cells] += incomplete ? 1 : 0;
    }

    private long[] cell(RowBatch batch, int row) {
        if (batch.isMissing(column, row)) {
            return missing;
        }
        int code = batch.code(column, row, values);
        if (code == Dictionary.FULL) {
            return beyond;
        }
        while (counts.size() <= code) {
            counts.add(new long[cells + 1]);
        }
        return counts.get(code);
    }

    int column() {
        return column;
    }

    /** The largest first, ties by value; 50 at most. */
    public List<Group> groups() {
        return all().stream().limit(SHOWN).toList();
    }

    /** All groups that are not among {@link #groups}, together; its value says nothing. */
    public Group rest() {
        long[] sum = beyond.clone();
        all().stream().skip(SHOWN).forEach(group -> {
            for (int i = 0; i < cells; i++) {
                sum[i] += group.labels().get(i);
            }
            sum[cells] += group.incomplete();
        });
        return group("", sum);
    }

    /** How many groups are in {@link #rest}; a lower bound where there are more than 10,000. */
    public long restGroups() {
        return Math.max(0, values.size() - SHOWN);
    }

    /** The rows that belong to no group, for the column is empty. */
    public Group missing() {
        return group("", missing);
    }

    private List<Group> all() {
        return IntStream.range(0, values.size())
                .mapToObj(code -> group(values.value(code), counts.get(code)))
                .sorted(Comparator.comparingLong(Group::rows).reversed().thenComparing(Group::value))
                .toList();
    }

    private Group group(String value, long[] cell) {
        List<Long> labels = Arrays.stream(cell).limit(cells).boxed().toList();
        return new Group(value, labels.stream().mapToLong(Long::longValue).sum(), labels, cell[cells]);
    }
}
