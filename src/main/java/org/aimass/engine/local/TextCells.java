package org.aimass.engine.local;

import java.util.Locale;
import java.util.function.Supplier;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.RowBatch;

/**
 * What the rows of an audit of a language model hold.
 *
 * @param roles of the columns
 */
record TextCells(Roles roles) {

    boolean has(ColumnRole role) {
        return roles.of(role) != Roles.NONE;
    }

    String text(ColumnRole role, RowBatch rows, int row) {
        return rows.text(roles.of(role), row);
    }

    double number(ColumnRole role, RowBatch rows, int row) {
        return LocalRegression.number(rows, roles.of(role), row);
    }

    /** 1, or 0. */
    int flag(ColumnRole role, RowBatch rows, int row) {
        return RowCoder.whether(rows, roles.of(role), row, "0 or 1");
    }

    /** What a model answers about a row. What it cannot be asked about is told as a fault of the column that it comes from. */
    <T> T asked(ColumnRole role, RowBatch rows, int row, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (IllegalArgumentException e) {
            throw rows.fault(roles.of(role), row, String.valueOf(e.getMessage()));
        }
    }

    /** A text without blanks around it and without the difference of upper and lower case. */
    static String folded(String text) {
        return text.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
