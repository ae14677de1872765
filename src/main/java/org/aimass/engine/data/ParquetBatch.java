package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** Rows of a Parquet file, column by column. */
final class ParquetBatch implements RowBatch {

    private static final int ENOUGH_VALUES = 1 << 20;
    private static final int ENOUGH_TEXT = 8 << 20;

    /** How a column's values are held; everything that is no number or boolean is text. */
    enum Kind {
        WHOLE,
        REAL,
        BOOLEAN,
        TEXT;

        static Kind of(String type) {
            return switch (type) {
                case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> WHOLE;
                case "FLOAT", "DOUBLE" -> REAL;
                case "BOOLEAN" -> BOOLEAN;
                default -> TEXT;
            };
        }

        /** The column as the query asks for it. */
        String select(String column) {
            return switch (this) {
                case TEXT -> "CAST(" + column + " AS VARCHAR)";
                case REAL -> "CAST(" + column + " AS DOUBLE)";
                case WHOLE -> "CAST(" + column + " AS BIGINT)";
                case BOOLEAN -> column;
            };
        }
    }

    private final String file;
    private final List<String> names;
    private final List<Kind> kinds;
    private final int capacity;
    private final Object[] values;
    private final boolean[][] missing;
    private long first;
    private int rows;
    private long text;

    ParquetBatch(String file, List<String> names, List<Kind> kinds, int capacity) {
        this.file = file;
        this.names = names;
        this.kinds = kinds;
        this.capacity = Math.max(1, Math.min(capacity, ENOUGH_VALUES / Math.max(1, names.size())));
        values = new Object[names.size()];
        missing = new boolean[names.size()][this.capacity];
        for (int column = 0; column < values.length; column++) {
            values[column] = switch (kinds.get(column)) {
                case WHOLE, BOOLEAN -> new long[this.capacity];
                case REAL -> new double[this.capacity];
                case TEXT -> new String[this.capacity];
            };
        }
    }

    void clear(long firstRow) {
        first = firstRow;
        rows = 0;
        text = 0;
    }

    boolean isFull() {
        return rows == capacity || text > ENOUGH_TEXT;
    }

    void add(ResultSet from) throws SQLException {
        for (int column = 0; column < values.length; column++) {
            switch (kinds.get(column)) {
                case WHOLE -> whole(column)[rows] = from.getLong(column + 1);
                case REAL -> ((double[]) values[column])[rows] = from.getDouble(column + 1);
                case BOOLEAN -> whole(column)[rows] = from.getBoolean(column + 1) ? 1 : 0;
                case TEXT -> {
                    String value = from.getString(column + 1);
                    ((String[]) values[column])[rows] = value == null ? "" : value;
                    text += value == null ? 0 : value.length();
                    if (value != null && value.length() > CsvScanner.LONGEST_FIELD) {
                        throw new BadInput("%s: row %d, column %s: found a value longer than %d MiB"
                                .formatted(
                                        file,
                                        first + rows + 1,
                                        OneLine.quoted(names.get(column)),
                                        CsvScanner.LONGEST_FIELD >> 20));
                    }
                }
            }
            missing[column][rows] = from.wasNull();
        }
        rows++;
    }

    private long[] whole(int column) {
        return (long[]) values[column];
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isMissing(int column, int row) {
        return missing[column][row] || (kinds.get(column) == Kind.TEXT && ((String[]) values[column])[row].isEmpty());
    }

    @Override
    public ValueKind kind(int column, int row) {
        if (isMissing(column, row)) {
            return ValueKind.MISSING;
        }
        return switch (kinds.get(column)) {
            case WHOLE -> ValueKind.WHOLE;
            case REAL -> Double.isNaN(((double[]) values[column])[row]) ? ValueKind.MISSING : ValueKind.NUMBER;
            case BOOLEAN -> ValueKind.BOOLEAN;
            case TEXT -> {
                byte[] utf8 = ((String[]) values[column])[row].getBytes(StandardCharsets.UTF_8);
                yield ValueKind.of(utf8, 0, utf8.length);
            }
        };
    }

    @Override
    public double numberOrNaN(int column, int row) {
        if (missing[column][row]) {
            return Double.NaN;
        }
        return switch (kinds.get(column)) {
            case WHOLE, BOOLEAN -> whole(column)[row];
            case REAL -> {
                double number = ((double[]) values[column])[row];
                yield Double.isInfinite(number) ? Double.NaN : number;
            }
            case TEXT -> Decimals.parse(((String[]) values[column])[row]);
        };
    }

    @Override
    public String text(int column, int row) {
        if (missing[column][row]) {
            return "";
        }
        return switch (kinds.get(column)) {
            case WHOLE -> Long.toString(whole(column)[row]);
            case BOOLEAN -> Boolean.toString(whole(column)[row] == 1);
            case REAL -> Double.toString(((double[]) values[column])[row]);
            case TEXT -> ((String[]) values[column])[row];
        };
    }

    @Override
    public int code(int column, int row, Dictionary dictionary) {
        byte[] utf8 = text(column, row).getBytes(StandardCharsets.UTF_8);
        return dictionary.code(utf8, 0, utf8.length);
    }

    @Override
    public long hash(int column, int row) {
        byte[] utf8 = text(column, row).getBytes(StandardCharsets.UTF_8);
        return Dictionary.hash64(utf8, 0, utf8.length);
    }

    @Override
    public BadInput fault(int column, int row, String expected) {
        String found = isMissing(column, row) ? "nothing" : OneLine.quoted(text(column, row));
        return new BadInput("%s, column %s: found %s, expected %s"
                .formatted(where(row), OneLine.quoted(names.get(column)), found, expected));
    }

    @Override
    public long line(int row) {
        return first + row + 1;
    }

    @Override
    public String where(int row) {
        return file + ": row " + (first + row + 1);
    }
}
