package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** Rows of a CSV file: the selected fields' bytes one after the other. */
final class CsvBatch implements RowBatch {

    /** More text than this does not enter one batch, unless a single row brings it. */
    private static final int ENOUGH_BYTES = 8 << 20;

    private static final int ENOUGH_FIELDS = 2 << 20;

    private final String file;
    private final List<String> names;
    private final int columns;
    private final int capacity;
    private final long[] lines;
    private int[] offsets;
    private byte[] bytes = new byte[1 << 12];
    private int rows;

    CsvBatch(String file, List<String> names, int capacity) {
        this.file = file;
        this.names = names;
        this.columns = names.size();
        this.capacity = capacity;
        lines = new long[capacity];
        offsets = new int[Math.min(capacity, 256) * columns + 1];
    }

    void clear() {
        rows = 0;
    }

    boolean isFull() {
        int fields = rows * columns;
        return rows == capacity || fields > ENOUGH_FIELDS || offsets[fields] > ENOUGH_BYTES;
    }

    void add(CsvScanner record, int[] selected) {
        int at = rows * columns;
        if (at + columns >= offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.min(capacity, 2 * rows + 1) * columns + 1);
        }
        int end = offsets[at];
        byte[] source = record.buffer();
        for (int field : selected) {
            int length = record.length(field);
            if (end + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end + length, 2 * bytes.length));
            }
            System.arraycopy(source, record.start(field), bytes, end, length);
            end += length;
            offsets[++at] = end;
        }
        lines[rows] = record.line();
        rows++;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isMissing(int column, int row) {
        int at = row * columns + column;
        return offsets[at] == offsets[at + 1];
    }

    @Override
    public ValueKind kind(int column, int row) {
        int at = row * columns + column;
        return ValueKind.of(bytes, offsets[at], offsets[at + 1] - offsets[at]);
    }

    @Override
    public double numberOrNaN(int column, int row) {
        int at = row * columns + column;
        return Decimals.parse(bytes, offsets[at], offsets[at + 1] - offsets[at]);
    }

    @Override
    public String text(int column, int row) {
        int at = row * columns + column;
        return new String(bytes, offsets[at], offsets[at + 1] - offsets[at], StandardCharsets.UTF_8);
    }

    @Override
    public int code(int column, int row, Dictionary dictionary) {
        int at = row * columns + column;
        return dictionary.code(bytes, offsets[at], offsets[at + 1] - offsets[at]);
    }

    @Override
    public long hash(int column, int row) {
        int at = row * columns + column;
        return Dictionary.hash64(bytes, offsets[at], offsets[at + 1] - offsets[at]);
    }

    @Override
    public BadInput fault(int column, int row, String expected) {
        String found = isMissing(column, row) ? "nothing" : OneLine.quoted(text(column, row));
        return new BadInput("%s, column %s: found %s, expected %s"
                .formatted(where(row), OneLine.quoted(names.get(column)), found, expected));
    }

    @Override
    public long line(int row) {
        return lines[row];
    }

    @Override
    public String where(int row) {
        return file + ": line " + lines[row];
    }
}
