package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same dataset gives the same bytes whatever the number of threads and whether it is CSV or Parquet, with and without
 * weights and clusters. It is longer than two batches and than the sample that neighbours are looked for in.
 */
class SameBytesTest {

    private static final int ROWS = 10_100;

    @TempDir
    static Path folder;

    private static void write() throws IOException, SQLException {
        StringBuilder data = new StringBuilder("y,s,g,h,w,id,age\n");
        Random random = new Random(11);
        for (int row = 0; row < ROWS; row++) {
            double score = random.nextDouble();
            data.append(random.nextDouble() < score ? 1 : 0).append(',').append(score);
            data.append(",g").append(random.nextInt(5)).append(",h").append(random.nextInt(3));
            data.append(',').append(random.nextDouble()).append(",p").append(random.nextInt(3000));
            data.append(',').append(random.nextInt(70)).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), data);
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + folder.resolve("data.csv") + "')) TO '"
                    + folder.resolve("data.parquet") + "' (FORMAT parquet)");
        }
    }

    @Test
    void whateverTheThreadsAndTheFormat() throws IOException, SQLException {
        write();
        for (String more :
                new String[] {"", ",\"weight\":\"w\"", ",\"cluster\":\"id\"", ",\"weight\":\"w\",\"cluster\":\"id\""}) {
            String once = measured("data.csv", more, "1");
            assertEquals(once, measured("data.csv", more, "3"), more);
            assertEquals(once, measured("data.parquet", more, "2"), more);
        }
    }

    /** All of the outcome but how long it took, the number of threads and the file's digest. */
    private static String measured(String file, String columns, String threads) {
        JsonNode outcome = Console.measure(
                folder,
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"" + file + "\"},"
                        + "\"columns\":{\"label\":\"y\",\"score\":\"s\"" + columns + "},"
                        + "\"sensitive_features\":[\"g\",\"h\"],\"intersections\":[[\"g\",\"h\"]],"
                        + "\"bootstrap\":{\"replicates\":5},"
                        + "\"options\":{\"consistency_features\":[\"age\",\"s\"],\"worst_slices\":{\"permutations\":20}}}",
                "--threads",
                threads);
        ((ObjectNode) outcome).remove("timing");
        ((ObjectNode) outcome.path("engine")).remove("threads");
        ((ObjectNode) outcome.path("inputs")).remove("dataset_sha256");
        return outcome.toString();
    }
}
