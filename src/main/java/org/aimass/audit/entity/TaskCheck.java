package org.aimass.audit.entity;

import java.util.function.Predicate;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;

/**
 * What every column of a role must hold so that a task can be audited.
 *
 * @param answer whether it is the model's answer, of no matter where a file gives it
 * @param problem the key of what to say; its places are the column's name and how many values classes have at most
 */
public record TaskCheck(ColumnRole role, Predicate<ColumnProfile> content, boolean answer, String problem) {

    /** Columns with more values than this are no classes: the engine lists no more of them. */
    public static final int MOST_CLASSES = 50;

    static final Predicate<ColumnProfile> TWO_VALUES = column -> column.hasExactly(2);

    static final Predicate<ColumnProfile> CLASSES = column -> column.valuesComplete()
            && column.values().size() >= 2
            && column.values().size() <= MOST_CLASSES;

    static final Predicate<ColumnProfile> NUMBERS = column -> column.type().isNumeric();

    static final Predicate<ColumnProfile> PROBABILITIES = column -> column.liesWithin(0, 1);

    static TaskCheck of(ColumnRole role, Predicate<ColumnProfile> content, String problem) {
        return new TaskCheck(role, content, false, problem);
    }

    static TaskCheck answer(ColumnRole role, Predicate<ColumnProfile> content, String problem) {
        return new TaskCheck(role, content, true, problem);
    }
}
