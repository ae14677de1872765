package org.aimass.engine.data;

import org.aimass.engine.BadInput;

/** Some rows of a table, filled again and again by its {@link RowReader}. Columns are numbered as they were selected. */
public interface RowBatch {

    /** How many rows it holds at present. */
    int rows();

    /** Whether the table has no value there: an empty field of a CSV file, a null of a Parquet file. */
    boolean isMissing(int column, int row);

    /** What the value there could be taken for; {@code NaN} counts as missing. */
    ValueKind kind(int column, int row);

    /** The number there, or NaN if there is something else, nothing, or a number outside the range of a double. */
    double numberOrNaN(int column, int row);

    /**
     * The same of several columns and rows.
     *
     * @param from the first of the given rows that is asked for
     * @param count how many are
     * @param numbers the numbers are put here, row after row
     */
    default void numbersOrNaN(int[] columns, int[] rows, int from, int count, double[] numbers) {
        int at = 0;
        for (int i = from; i < from + count; i++) {
            for (int column : columns) {
                numbers[at++] = numberOrNaN(column, rows[i]);
            }
        }
    }

    /**
     * The number there.
     *
     * @throws BadInput if there is something else
     */
    default double number(int column, int row) {
        double number = numberOrNaN(column, row);
        if (Double.isNaN(number)) {
            throw fault(column, row, "a number");
        }
        return number;
    }

    /** The value as text; the empty text if it is missing. */
    String text(int column, int row);

    /** The value's code; {@link Dictionary#FULL} if it is new and the dictionary has no more room. */
    int code(int column, int row, Dictionary dictionary);

    /**
     * Of the given rows those that have a value there, in their order and in their place.
     *
     * @param count how many rows are given
     * @return how many have one
     */
    default int present(int column, int[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!isMissing(column, rows[i])) {
                rows[kept++] = rows[i];
            }
        }
        return kept;
    }

    /**
     * The codes of the given rows' values, up to the first that the dictionary has no room for.
     *
     * @param count how many rows are given
     * @param missing what a missing value is taken for
     * @param codes the codes are put here
     * @return how many were coded
     */
    default int codes(int column, int[] rows, int count, Dictionary dictionary, String missing, int[] codes) {
        for (int i = 0; i < count; i++) {
            codes[i] = isMissing(column, rows[i]) ? dictionary.code(missing) : code(column, rows[i], dictionary);
            if (codes[i] == Dictionary.FULL) {
                return i;
            }
        }
        return count;
    }

    /** 64 bits that depend on the value's text only, well spread. */
    long hash(int column, int row);

    /** What to say of a value that cannot be used: where it stands, what was found, what was expected. */
    BadInput fault(int column, int row, String expected);

    /** The line of the file, or the row of the table, from 1. */
    long line(int row);

    /** File and line or row, such as {@code data.csv: line 17}. */
    String where(int row);
}
