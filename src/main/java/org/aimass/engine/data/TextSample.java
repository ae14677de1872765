package org.aimass.engine.data;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Looks at some rows from all over a table for the texts that its columns hold. */
final class TextSample {

    private static final int PLACES = 8;
    private static final int ROWS = 1_024;
    /** So many columns at most, lest the query grow without bounds. */
    private static final int COLUMNS = 64;

    private final DuckDBConnection database;
    private final String table;

    /** What was seen in a column. */
    private record Column(String select, KnownTexts.Seen seen) {}

    TextSample(DuckDBConnection database, String table) {
        this.database = database;
        this.table = table;
    }

    /**
     * What is known of each column. What goes wrong is not said: it will be when the rows are read.
     *
     * @param selects what a query says for each column, as text
     * @param rows how many the table has
     */
    List<KnownTexts> learn(List<String> selects, long rows) {
        List<Column> columns = selects.stream()
                .map(select -> new Column(select, new KnownTexts.Seen()))
                .toList();
        List<Column> some = columns.subList(0, Math.min(COLUMNS, columns.size()));
        try {
            for (int place = 0; place < Math.min(PLACES, 1 + rows / ROWS); place++) {
                look(some, rows / PLACES * place);
            }
        } catch (SQLException e) {
            return columns.stream().map(column -> KnownTexts.NONE).toList();
        }
        return columns.stream().map(column -> column.seen.known()).toList();
    }

    private void look(List<Column> columns, long from) throws SQLException {
        List<Column> hopeful =
                columns.stream().filter(column -> column.seen.isHopeful()).toList();
        if (hopeful.isEmpty()) {
            return;
        }
        String query = hopeful.stream()
                .map(column -> column.select)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table + " LIMIT " + ROWS + " OFFSET " + from));
        try (DuckDBPreparedStatement statement = database.prepare(query);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                for (int column = 0; column < hopeful.size(); column++) {
                    look(hopeful.get(column).seen, chunk.vector(column));
                }
            }
        }
    }

    private static void look(KnownTexts.Seen seen, DuckDBReadableVector vector) {
        for (int row = 0; row < vector.rowCount() && seen.isHopeful(); row++) {
            if (!vector.isNull(row)) {
                seen.add(vector.getString(row));
            }
        }
    }
}
