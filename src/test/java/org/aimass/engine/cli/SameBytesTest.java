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
        toParquet();
    }

    private static void toParquet() throws SQLException {
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

    /** Labels and groups that are texts, whole numbers or truth values, rare, missing, or first met late in the file. */
    @Test
    void whateverTheLabelsAndGroups() throws IOException, SQLException {
        Random random = new Random(12);
        for (String[] labels : new String[][] {{"yes", "no, \"never\""}, {"1", "0"}, {"true", "false"}}) {
            StringBuilder data = new StringBuilder("y,p,g,h,n\n");
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < 2; column++) {
                    String label = labels[random.nextInt(2)].replace("\"", "\"\"");
                    data.append(random.nextInt(50) == 0 ? "" : '"' + label + '"')
                            .append(',');
                }
                data.append(random.nextInt(2000) == 0 ? "rare " + row : "it's " + random.nextInt(3))
                        .append(',');
                data.append(random.nextInt(4) == 0 ? "" : "h" + row / 2000).append(',');
                data.append(random.nextInt(9) == 0 ? "" : random.nextInt(4)).append('\n');
            }
            Files.writeString(folder.resolve("data.csv"), data);
            toParquet();
            String once = predicted("data.csv", labels[0], "2");
            assertEquals(once, predicted("data.parquet", labels[0], "1"), labels[0]);
            assertEquals(once, predicted("data.parquet", labels[0], "3"), labels[0]);
        }
    }

    private static String predicted(String file, String positive, String threads) {
        return bytes(
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"" + file + "\"},"
                        + "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"},\"positive_label\":\"" + positive + "\","
                        + "\"sensitive_features\":[\"g\",\"h\",\"n\"],\"intersections\":[[\"h\",\"n\"]],"
                        + "\"bootstrap\":{\"replicates\":5}}",
                threads);
    }

    private static String measured(String file, String columns, String threads) {
        return bytes(
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"" + file + "\"},"
                        + "\"columns\":{\"label\":\"y\",\"score\":\"s\"" + columns + "},"
                        + "\"sensitive_features\":[\"g\",\"h\"],\"intersections\":[[\"g\",\"h\"]],"
                        + "\"bootstrap\":{\"replicates\":5},"
                        + "\"options\":{\"consistency_features\":[\"age\",\"s\"],\"worst_slices\":{\"permutations\":20}}}",
                threads);
    }

    /** All of the outcome but how long it took, the number of threads and the file's digest. */
    private static String bytes(String job, String threads) {
        JsonNode outcome = Console.measure(folder, job, "--threads", threads);
        ((ObjectNode) outcome).remove("timing");
        ((ObjectNode) outcome.path("engine")).remove("threads");
        ((ObjectNode) outcome.path("inputs")).remove("dataset_sha256");
        return outcome.toString();
    }
}
