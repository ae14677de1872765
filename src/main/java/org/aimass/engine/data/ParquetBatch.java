package org.aimass.engine.data;

import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file, column by column. */
final class ParquetBatch implements RowBatch {

    private static final int ENOUGH_VALUES = 1 << 20;
    private static final int ENOUGH_TEXT = 8 << 20;

    private final String file;
    private final List<ParquetField> asked;
    private final int[] vectors;
    private final int capacity;
    private final ParquetColumn[] columns;
    private long first;
    private int rows;
    private long text;

    ParquetBatch(String file, List<ParquetField> asked, int capacity) {
        this.file = file;
        this.asked = asked;
        vectors = vectors(asked);
        this.capacity = Math.max(1, Math.min(capacity, ENOUGH_VALUES / Math.max(1, asked.size())));
        columns = asked.stream().map(column -> column.newColumn(this.capacity)).toArray(ParquetColumn[]::new);
    }

    /** Where each column's values are in the query's answer. */
    private static int[] vectors(List<ParquetField> asked) {
        int[] vectors = new int[asked.size()];
        for (int column = 1; column < vectors.length; column++) {
            vectors[column] = vectors[column - 1] + asked.get(column - 1).vectors();
        }
        return vectors;
    }

    void clear(long firstRow) {
        first = firstRow;
        rows = 0;
        text = 0;
    }

    boolean isFull() {
        return rows == capacity || text > ENOUGH_TEXT;
    }

    /**
     * Takes rows over until it is full.
     *
     * @param from the first row in the chunk
     * @return how many
     */
    int add(DuckDBDataChunkReader chunk, int from) {
        int room = (int) Math.min(capacity - rows, chunk.rowCount() - from);
        int taken = takeTexts(chunk, from, room);
        for (int column = 0; column < columns.length; column++) {
            if (!(columns[column] instanceof ParquetTexts)) {
                columns[column].take(chunk.vector(vectors[column]), from, rows, taken);
            }
        }
        rows += taken;
        return taken;
    }

    /** Row by row where texts have to be taken as they are, for together they may be long. */
    private int takeTexts(DuckDBDataChunkReader chunk, int from, int room) {
        @Nullable DuckDBReadableVector[] others = new DuckDBReadableVector[columns.length];
        boolean any = false;
        for (int column = 0; column < columns.length; column++) {
            if (columns[column] instanceof ParquetTexts texts) {
                int vector = vectors[column];
                if (!texts.knowsSome() || texts.takePlaces(chunk.vector(vector + 1L), from, rows, room)) {
                    others[column] = chunk.vector(vector);
                    any = true;
                }
            }
        }
        int taken = any ? 0 : room;
        while (taken < room && !(taken > 0 && text > ENOUGH_TEXT)) {
            takeOthers(others, from + taken, rows + taken);
            taken++;
        }
        return taken;
    }

    private void takeOthers(@Nullable DuckDBReadableVector[] others, int from, int to) {
        for (int column = 0; column < others.length; column++) {
            DuckDBReadableVector vector = others[column];
            if (vector != null && columns[column] instanceof ParquetTexts texts) {
                texts.take(vector, from, to);
                text += texts.length(to);
                if (texts.length(to) > CsvScanner.LONGEST_FIELD) {
                    throw new BadInput("%s: row %d, column %s: found a value longer than %d MiB"
                            .formatted(
                                    file,
                                    first + to + 1,
                                    OneLine.quoted(asked.get(column).name()),
                                    CsvScanner.LONGEST_FIELD >> 20));
                }
            }
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isMissing(int column, int row) {
        return columns[column].isMissing(row);
    }

    @Override
    public ValueKind kind(int column, int row) {
        return isMissing(column, row) ? ValueKind.MISSING : columns[column].kind(row);
    }

    @Override
    public double numberOrNaN(int column, int row) {
        return isMissing(column, row) ? Double.NaN : columns[column].numberOrNaN(row);
    }

    @Override
    public void numbersOrNaN(int[] chosen, int[] rows, int from, int count, double[] numbers) {
        for (int i = 0; i < chosen.length; i++) {
            columns[chosen[i]].numbersOrNaN(rows, from, count, numbers, i, chosen.length);
        }
    }

    @Override
    public String text(int column, int row) {
        return isMissing(column, row) ? "" : columns[column].text(row);
    }

    @Override
    public int code(int column, int row, Dictionary dictionary) {
        return columns[column].code(row, dictionary);
    }

    @Override
    public int present(int column, int[] rows, int count) {
        return columns[column].present(rows, count);
    }

    @Override
    public int codes(int column, int[] rows, int count, Dictionary dictionary, String missing, int[] codes) {
        return columns[column].codes(rows, count, dictionary, missing, codes);
    }

    @Override
    public long hash(int column, int row) {
        byte[] utf8 = columns[column].utf8(row);
        return Dictionary.hash64(utf8, 0, utf8.length);
    }

    @Override
    public BadInput fault(int column, int row, String expected) {
        String found = isMissing(column, row) ? "nothing" : OneLine.quoted(text(column, row));
        return new BadInput("%s, column %s: found %s, expected %s"
                .formatted(where(row), OneLine.quoted(asked.get(column).name()), found, expected));
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
