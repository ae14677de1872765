package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import org.duckdb.DuckDBReadableVector;

/** One column's values in a {@link ParquetBatch}, by row. */
abstract class ParquetColumn {

    private static final int FEW = 256;

    final boolean[] missing;

    ParquetColumn(int capacity) {
        missing = new boolean[capacity];
    }

    /**
     * Takes values over.
     *
     * @param from the first row's number in the vector
     * @param to its number in the batch
     */
    void take(DuckDBReadableVector vector, int from, int to, int rows) {
        for (int i = 0; i < rows; i++) {
            missing[to + i] = vector.isNull(from + i);
            take(vector, from + i, to + i);
        }
    }

    /** Takes one value over; a null as anything. */
    abstract void take(DuckDBReadableVector vector, int from, int to);

    boolean isMissing(int row) {
        return missing[row];
    }

    /** Of a value that is not missing. */
    abstract ValueKind kind(int row);

    /** Of a value that is not missing. */
    abstract double numberOrNaN(int row);

    /**
     * Puts the numbers of rows into places that lie apart, NaN for a missing one.
     *
     * @param from the first of the given rows that is asked for
     * @param count how many are
     * @param at the first place
     * @param apart how far the next place is
     */
    void numbersOrNaN(int[] rows, int from, int count, double[] numbers, int at, int apart) {
        int to = at;
        for (int i = from; i < from + count; i++, to += apart) {
            numbers[to] = missing[rows[i]] ? Double.NaN : numberOrNaN(rows[i]);
        }
    }

    /** Of a value that is not missing. */
    abstract String text(int row);

    byte[] utf8(int row) {
        return isMissing(row) ? new byte[0] : text(row).getBytes(StandardCharsets.UTF_8);
    }

    int code(int row, Dictionary dictionary) {
        byte[] utf8 = utf8(row);
        return dictionary.code(utf8, 0, utf8.length);
    }

    /** As {@link RowBatch#present}. */
    int present(int[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            rows[kept] = rows[i];
            kept += missing[rows[i]] ? 0 : 1;
        }
        return kept;
    }

    /** As {@link RowBatch#codes}. */
    int codes(int[] rows, int count, Dictionary dictionary, String absent, int[] codes) {
        for (int i = 0; i < count; i++) {
            codes[i] = missing[rows[i]] ? dictionary.code(absent) : code(rows[i], dictionary);
            if (codes[i] == Dictionary.FULL) {
                return i;
            }
        }
        return count;
    }

    /** Whole numbers; of most columns that are grouped by they are small. */
    static final class Whole extends ParquetColumn {

        private final long[] values;
        private final CodeMemory codes = new CodeMemory(FEW);

        Whole(int capacity) {
            super(capacity);
            values = new long[capacity];
        }

        @Override
        void take(DuckDBReadableVector vector, int from, int to) {
            values[to] = vector.getLong(from, 0);
        }

        @Override
        ValueKind kind(int row) {
            return ValueKind.WHOLE;
        }

        @Override
        double numberOrNaN(int row) {
            return values[row];
        }

        @Override
        String text(int row) {
            return Long.toString(values[row]);
        }

        @Override
        int code(int row, Dictionary dictionary) {
            long value = values[row];
            return value >= 0 && value < FEW && !missing[row]
                    ? codes.code((int) value, dictionary, this, row)
                    : super.code(row, dictionary);
        }
    }

    /** Numbers in binary. */
    static final class Real extends ParquetColumn {

        private final double[] values;

        Real(int capacity) {
            super(capacity);
            values = new double[capacity];
        }

        @Override
        void take(DuckDBReadableVector vector, int from, int to) {
            values[to] = vector.getDouble(from, 0);
        }

        @Override
        ValueKind kind(int row) {
            return Double.isNaN(values[row]) ? ValueKind.MISSING : ValueKind.NUMBER;
        }

        @Override
        double numberOrNaN(int row) {
            return finite(values[row]);
        }

        private static double finite(double number) {
            return Double.isInfinite(number) ? Double.NaN : number;
        }

        @Override
        void numbersOrNaN(int[] rows, int from, int count, double[] numbers, int at, int apart) {
            int to = at;
            for (int i = from; i < from + count; i++, to += apart) {
                numbers[to] = missing[rows[i]] ? Double.NaN : finite(values[rows[i]]);
            }
        }

        @Override
        String text(int row) {
            return Double.toString(values[row]);
        }
    }

    /** {@code true} or {@code false}. */
    static final class Flag extends ParquetColumn {

        private final boolean[] values;
        private final CodeMemory codes = new CodeMemory(2);

        Flag(int capacity) {
            super(capacity);
            values = new boolean[capacity];
        }

        @Override
        void take(DuckDBReadableVector vector, int from, int to) {
            values[to] = vector.getBoolean(from, false);
        }

        @Override
        ValueKind kind(int row) {
            return ValueKind.BOOLEAN;
        }

        @Override
        double numberOrNaN(int row) {
            return values[row] ? 1 : 0;
        }

        @Override
        String text(int row) {
            return Boolean.toString(values[row]);
        }

        @Override
        int code(int row, Dictionary dictionary) {
            return missing[row] ? super.code(row, dictionary) : codes.code(values[row] ? 1 : 0, dictionary, this, row);
        }
    }
}
