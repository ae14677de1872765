package org.aimass.engine.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** A query's answer, read once from its first row to its last, some thousand rows at a time. */
final class ParquetScan implements AutoCloseable {

    private final DuckDBConnection database;
    private final String query;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private boolean open;
    private boolean ended;
    private int at;
    private long taken;

    ParquetScan(DuckDBConnection database, String query) throws SQLException {
        this.database = database;
        this.query = query;
        statement = database.prepare(query);
        try {
            result = statement.query();
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * Fills the batch as far as there are rows.
     *
     * @param total how many rows there are in all
     */
    void fill(ParquetBatch batch, long total) throws SQLException {
        while (!batch.isFull() && hasRows(total)) {
            int rows = batch.add(result.chunk(), at);
            at += rows;
            taken += rows;
        }
    }

    private boolean hasRows(long total) throws SQLException {
        while (!ended && (!open || at == result.chunk().rowCount())) {
            at = 0;
            open = result.nextChunk();
            ended = !open;
            if (ended && taken != total) {
                throw failure(total);
            }
        }
        return !ended;
    }

    /** An answer that fails just ends: why, the same question says when it is asked in the usual way. */
    private SQLException failure(long total) {
        try (Statement again = database.createStatement();
                ResultSet rows = again.executeQuery(query)) {
            while (rows.next()) {
                // until it fails
            }
        } catch (SQLException e) {
            return e;
        }
        return new SQLException("found " + taken + " rows, expected " + total + " as its footer says");
    }

    @Override
    public void close() throws SQLException {
        result.close();
        statement.close();
    }
}
