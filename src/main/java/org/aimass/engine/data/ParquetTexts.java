package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import org.duckdb.DuckDBReadableVector;

/** A column of texts: the places of those that are known, the others as they are. No text is taken for a missing value. */
final class ParquetTexts extends ParquetColumn {

    private final KnownTexts known;
    private final CodeMemory codes;
    /** The place of a known text and 1; 0 for another. */
    private final int[] places;

    private final String[] others;

    ParquetTexts(KnownTexts known, int capacity) {
        super(capacity);
        this.known = known;
        codes = new CodeMemory(known.size());
        places = new int[capacity];
        others = new String[capacity];
    }

    boolean knowsSome() {
        return known.size() > 0;
    }

    /**
     * Takes the places over.
     *
     * @return whether any row has none
     */
    boolean takePlaces(DuckDBReadableVector vector, int from, int to, int rows) {
        boolean other = false;
        for (int i = 0; i < rows; i++) {
            int place = vector.getInt(from + i, 0);
            places[to + i] = place;
            missing[to + i] = false;
            other |= place == 0;
        }
        return other;
    }

    /** Takes a text over where its place is not known; to be called after {@link #takePlaces} where it knows some. */
    @Override
    void take(DuckDBReadableVector vector, int from, int to) {
        if (places[to] == 0) {
            String text = vector.isNull(from) ? null : vector.getString(from);
            missing[to] = text == null || text.isEmpty();
            others[to] = text == null ? "" : text;
        }
    }

    /** How long the text is that is kept as it is. */
    int length(int row) {
        return places[row] == 0 ? others[row].length() : 0;
    }

    @Override
    ValueKind kind(int row) {
        byte[] utf8 = utf8(row);
        return ValueKind.of(utf8, 0, utf8.length);
    }

    @Override
    double numberOrNaN(int row) {
        byte[] utf8 = utf8(row);
        return Decimals.parse(utf8, 0, utf8.length);
    }

    @Override
    String text(int row) {
        return places[row] == 0 ? others[row] : known.text(places[row] - 1);
    }

    @Override
    byte[] utf8(int row) {
        return places[row] == 0 ? others[row].getBytes(StandardCharsets.UTF_8) : known.utf8(places[row] - 1);
    }

    @Override
    int code(int row, Dictionary dictionary) {
        return places[row] == 0 ? super.code(row, dictionary) : codes.code(places[row] - 1, dictionary, this, row);
    }
}
