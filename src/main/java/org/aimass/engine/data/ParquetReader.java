package org.aimass.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.regex.Pattern;
import org.aimass.engine.BadInput;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a Parquet file, in the file's order, by a DuckDB in memory that is locked in: it may read that one file, write
 * nothing, load nothing, and use a bounded amount of memory.
 */
final class ParquetReader implements RowReader {

    private static final String MEMORY = "512MB";
    /** What makes DuckDB take a path for a pattern of many. */
    private static final Pattern PATTERN = Pattern.compile("[*?\\[\\]{}]");

    private final Path path;
    private final String file;
    private final long size;
    private final Connection database;
    private final List<String> columns = new ArrayList<>();
    private final List<ParquetBatch.Kind> kinds = new ArrayList<>();
    private int[] selected = {};
    private final long total;
    private long rows;
    private @Nullable Statement statement;
    private @Nullable ResultSet result;

    private ParquetReader(Path path) throws SQLException {
        this.path = path;
        file = FileBytes.name(path);
        size = FileBytes.size(path);
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        if (connection == null) {
            throw new EngineFailure("DuckDB does not answer");
        }
        database = connection;
        try {
            lockIn();
            readColumns();
            total = readTotal();
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static ParquetReader open(Path path) {
        FileBytes.demandFile(path);
        try {
            return new ParquetReader(path);
        } catch (SQLException e) {
            throw unreadable(FileBytes.name(path), e);
        }
    }

    private void lockIn() throws SQLException {
        if (PATTERN.matcher(path.toString()).find()) {
            throw new BadInput(file + ": a Parquet file's path must not contain any of * ? [ ] { }");
        }
        try (Statement settings = database.createStatement()) {
            settings.execute("SET memory_limit='" + MEMORY + "'");
            settings.execute("SET temp_directory=''");
            settings.execute("SET threads=1");
            settings.execute("SET autoinstall_known_extensions=false");
            settings.execute("SET autoload_known_extensions=false");
            settings.execute("SET allowed_paths=[" + text(path.toAbsolutePath().toString()) + "]");
            settings.execute("SET enable_external_access=false");
            settings.execute("SET lock_configuration=true");
        }
    }

    private void readColumns() throws SQLException {
        try (PreparedStatement describe = database.prepareStatement("DESCRIBE SELECT * FROM " + table());
                ResultSet row = describe.executeQuery()) {
            while (row.next()) {
                columns.add(row.getString("column_name"));
                kinds.add(ParquetBatch.Kind.of(row.getString("column_type")));
            }
        }
        ColumnNames.check(file, columns);
    }

    private long readTotal() throws SQLException {
        try (Statement count = database.createStatement();
                ResultSet row = count.executeQuery("SELECT count(*) FROM " + table())) {
            row.next();
            return row.getLong(1);
        }
    }

    private String table() {
        return "read_parquet(" + text(path.toAbsolutePath().toString()) + ", hive_partitioning=false, filename=false)";
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<String> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The kind of a column, by its number. */
    ParquetBatch.Kind kind(int column) {
        return kinds.get(column);
    }

    @Override
    public void select(int[] chosen) {
        selected = chosen.clone();
    }

    @Override
    public RowBatch newBatch(int capacity) {
        List<String> names = new ArrayList<>();
        List<ParquetBatch.Kind> types = new ArrayList<>();
        for (int column : selected) {
            names.add(columns.get(column));
            types.add(kinds.get(column));
        }
        return new ParquetBatch(file, names, types, capacity);
    }

    @Override
    public boolean read(RowBatch target) {
        ParquetBatch batch = (ParquetBatch) target;
        batch.clear(rows);
        try {
            ResultSet rest = result == null ? query() : result;
            while (!batch.isFull() && rest.next()) {
                batch.add(rest);
            }
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
        rows += batch.rows();
        return batch.rows() > 0;
    }

    private ResultSet query() throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < selected.length; i++) {
            String name = name(columns.get(selected[i]));
            sql.append(i == 0 ? "" : ", ").append(kinds.get(selected[i]).select(name));
        }
        statement = database.createStatement();
        result = statement.executeQuery(sql + " FROM " + table());
        return result;
    }

    @Override
    public long rowsRead() {
        return rows;
    }

    @Override
    public OptionalLong rowsTotal() {
        return OptionalLong.of(total);
    }

    @Override
    public double shareRead() {
        return total == 0 ? 1 : (double) rows / total;
    }

    @Override
    public long bytes() {
        return size;
    }

    @Override
    public Sha256Digest digest() {
        try (FileBytes all = FileBytes.open(path)) {
            return all.finish();
        } catch (IOException e) {
            throw FileBytes.unreadable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            if (statement != null) {
                statement.close();
            }
            database.close();
        } catch (SQLException e) {
            // nothing was written
        }
    }

    private static RuntimeException unreadable(String file, SQLException why) {
        String message = String.valueOf(why.getMessage());
        if (message.contains("Out of Memory")) {
            return new EngineFailure(file + ": reading it takes more memory than " + MEMORY);
        }
        return new BadInput(file + ": not a Parquet file that can be read (" + OneLine.of(message, 200) + ")");
    }
}
