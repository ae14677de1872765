package org.aimass.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aimass.engine.BadInput;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;
import org.duckdb.DuckDBConnection;
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
    private final DuckDBConnection database;
    private final List<String> columns = new ArrayList<>();
    private final List<ParquetField.Kind> kinds = new ArrayList<>();
    private List<ParquetField> selected = List.of();
    private final long total;
    private long rows;
    private @Nullable ParquetScan scan;

    private ParquetReader(Path path) throws SQLException {
        this.path = path;
        file = FileBytes.name(path);
        size = FileBytes.size(path);
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        if (!(new DuckDBDriver().connect("jdbc:duckdb:", properties) instanceof DuckDBConnection connection)) {
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
            throw unreadable(path, e);
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
            settings.execute(
                    "SET allowed_paths=[" + Sql.text(path.toAbsolutePath().toString()) + "]");
            settings.execute("SET enable_external_access=false");
            settings.execute("SET lock_configuration=true");
        }
    }

    private void readColumns() throws SQLException {
        try (PreparedStatement describe = database.prepareStatement("DESCRIBE SELECT * FROM " + table());
                ResultSet row = describe.executeQuery()) {
            while (row.next()) {
                columns.add(row.getString("column_name"));
                kinds.add(ParquetField.Kind.of(row.getString("column_type")));
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
        return "read_parquet(" + Sql.text(path.toAbsolutePath().toString())
                + ", hive_partitioning=false, filename=false)";
    }

    @Override
    public List<String> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The kind of a column, by its number. */
    ParquetField.Kind kind(int column) {
        return kinds.get(column);
    }

    @Override
    public void select(int[] chosen) {
        List<ParquetField> fields = Arrays.stream(chosen)
                .mapToObj(column -> new ParquetField(columns.get(column), kinds.get(column), KnownTexts.NONE))
                .toList();
        List<String> texts = fields.stream()
                .filter(field -> field.kind() == ParquetField.Kind.TEXT)
                .map(ParquetField::select)
                .toList();
        Iterator<KnownTexts> known =
                new TextSample(database, table()).learn(texts, total).iterator();
        selected = fields.stream()
                .map(field -> field.kind() == ParquetField.Kind.TEXT ? field.knowing(known.next()) : field)
                .toList();
    }

    @Override
    public RowBatch newBatch(int capacity) {
        return new ParquetBatch(file, selected, capacity);
    }

    @Override
    public boolean read(RowBatch target) {
        ParquetBatch batch = (ParquetBatch) target;
        batch.clear(rows);
        try {
            if (scan == null) {
                scan = scan();
            }
            scan.fill(batch, total);
        } catch (SQLException e) {
            throw unreadable(path, e);
        }
        rows += batch.rows();
        return batch.rows() > 0;
    }

    private ParquetScan scan() throws SQLException {
        return new ParquetScan(
                database,
                selected.stream()
                        .map(ParquetField::select)
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + table())));
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
            if (scan != null) {
                scan.close();
            }
            database.close();
        } catch (SQLException e) {
            // nothing was written
        }
    }

    /** Its first line is what is wrong; behind it come the query, and where the file lies here. */
    private static RuntimeException unreadable(Path path, SQLException why) {
        String file = FileBytes.name(path);
        String message = String.valueOf(why.getMessage());
        if (message.contains("Out of Memory")) {
            return new EngineFailure(file + ": reading it takes more memory than " + MEMORY);
        }
        String said = message.lines().findFirst().orElse("").replace(path.toString(), file);
        return new BadInput(file + ": not a Parquet file that can be read (" + OneLine.of(said, 200) + ")");
    }
}
