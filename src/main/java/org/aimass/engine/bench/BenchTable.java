package org.aimass.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.aimass.engine.EngineFailure;
import org.duckdb.DuckDBDriver;

/** A made-up table of twenty columns: a label, a score, two features of four groups each, sixteen numbers for a model. */
final class BenchTable {

    static final int INPUTS = 16;
    static final List<String> REGIONS = List.of("north", "east", "south", "west");

    private BenchTable() {}

    /** The numbers that feed a model. */
    static List<String> inputs() {
        return IntStream.range(0, INPUTS).mapToObj(i -> "x" + i).toList();
    }

    static Path file(Path folder, String name, String format) {
        return folder.resolve("bench-" + name + "." + format);
    }

    /** Writes the wide and the narrow table in both formats, unless they are there. */
    static void write(Path folder, int rows) {
        try (Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = database.createStatement()) {
            statement.execute("create view bench as " + query(rows));
            for (String format : List.of("parquet", "csv")) {
                write(statement, "bench", file(folder, Integer.toString(rows), format), format);
                write(
                        statement,
                        "(select label, (score >= 0.5)::integer as prediction, region, band from bench)",
                        file(folder, "predictions-" + rows, format),
                        format);
            }
        } catch (SQLException | IOException e) {
            throw new EngineFailure("the table for the benchmark cannot be written (" + e.getMessage() + ")");
        }
    }

    private static void write(Statement statement, String rows, Path file, String format)
            throws SQLException, IOException {
        if (!Files.exists(file)) {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            statement.execute(
                    "copy " + rows + " to '" + part.toString().replace("'", "''") + "' (format " + format + ")");
            Files.move(part, file);
        }
    }

    /** Every value follows from the row's number; the label is likelier the higher the score, in one region less so. */
    private static String query(int rows) {
        StringBuilder numbers = new StringBuilder();
        for (String input : inputs()) {
            numbers.append(", round((hash(i, '")
                    .append(input)
                    .append("') % 2000001) / 1000000.0 - 1, 5)::float as ")
                    .append(input);
        }
        return """
                select (u < 0.1 + 0.7 * score - case region when 'south' then 0.05 else 0 end)::integer as label,
                       score, region, band%s
                from (select i, (hash(i, 'u') %% 1000003) / 1000003.0 as u,
                             round((hash(i, 'score') %% 100001) / 100000.0, 5) as score,
                             ['%s'][1 + (hash(i, 'region') %% 4)::integer] as region,
                             ['18 to 29', '30 to 44', '45 to 64', '65 and more'][1 + (hash(i, 'band') %% 4)::integer] as band
                      from range(%d) as rows(i))
                """.formatted(numbers, String.join("', '", REGIONS), rows);
    }
}
