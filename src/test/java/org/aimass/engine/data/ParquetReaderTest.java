package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryKindOfValueInTheOrderOfTheFile() throws SQLException {
        Path file =
                parquet("SELECT * FROM (VALUES (1, 0.5::DOUBLE, true, 'a,\"b', 1.25::DECIMAL(9,2), DATE '2026-03-29'),"
                        + " (NULL, NULL, NULL, NULL, NULL, NULL), (-3, 'NaN'::DOUBLE, false, '\u4e2d', 2, NULL))"
                        + " AS t(whole, real, flag, text, money, day)");
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            assertEquals(List.of("whole", "real", "flag", "text", "money", "day"), reader.columns());
            assertEquals(3, reader.rowsTotal().orElseThrow());
            RowBatch batch = all(reader);
            assertEquals(3, batch.rows());
            assertEquals(List.of("1", "0.5", "true", "a,\"b", "1.25", "2026-03-29"), row(batch, 0));
            assertEquals(List.of("", "", "", "", "", ""), row(batch, 1));
            assertEquals(List.of("-3", "NaN", "false", "\u4e2d", "2.00", ""), row(batch, 2));
            assertEquals(1, batch.number(0, 0));
            assertEquals(1, batch.number(2, 0));
            assertEquals(1.25, batch.number(4, 0));
            assertTrue(batch.isMissing(0, 1));
            assertFalse(batch.isMissing(1, 2));
            BadInput refusal = assertThrows(BadInput.class, () -> batch.number(1, 2));
            assertEquals("t.parquet: row 3, column \"real\": found \"NaN\", expected a number", refusal.getMessage());
            assertFalse(reader.read(batch));
        }
    }

    @Test
    void readsLongTablesBatchByBatch() throws SQLException {
        Path file = parquet("SELECT i, 'text ' || i AS t FROM range(10000) r(i)");
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            reader.select(new int[] {0, 1});
            RowBatch batch = reader.newBatch(777);
            int row = 0;
            while (reader.read(batch)) {
                for (int i = 0; i < batch.rows(); i++, row++) {
                    assertEquals(row, batch.number(0, i));
                    assertEquals("text " + row, batch.text(1, i));
                }
            }
            assertEquals(10_000, row);
        }
    }

    @Test
    void refusesWhatIsNoParquetFile() throws IOException {
        Path file = Files.writeString(folder.resolve("t.parquet"), "a,b\n1,2\n");
        BadInput refusal = assertThrows(BadInput.class, () -> RowReader.open(file, DataFormat.PARQUET));
        assertTrue(
                String.valueOf(refusal.getMessage()).startsWith("t.parquet: not a Parquet file"), refusal::getMessage);
    }

    @Test
    void refusesACutOffFile() throws SQLException, IOException {
        Path file = parquet("SELECT i FROM range(10000) r(i)");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(BadInput.class, () -> RowReader.open(file, DataFormat.PARQUET));
    }

    /** T5: a quote in the path neither ends the text it stands in nor opens another file. */
    @Test
    void takesAnyPathForAPath() throws SQLException, IOException {
        Path file = parquet("SELECT 7 AS a");
        Path odd = folder.resolve("it's ; COPY x -- .parquet");
        Files.move(file, odd);
        try (RowReader reader = RowReader.open(odd, DataFormat.PARQUET)) {
            assertEquals(7, all(reader).number(0, 0));
        }
        Path glob = Files.copy(odd, folder.resolve("a[b].parquet"));
        BadInput refusal = assertThrows(BadInput.class, () -> RowReader.open(glob, DataFormat.PARQUET));
        assertEquals("a[b].parquet: a Parquet file's path must not contain any of * ? [ ] { }", refusal.getMessage());
    }

    private Path parquet(String query) throws SQLException {
        Path file = folder.resolve("t.parquet");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private static RowBatch all(RowReader reader) {
        reader.select(IntStream.range(0, reader.columns().size()).toArray());
        RowBatch batch = reader.newBatch(100);
        assertTrue(reader.read(batch));
        return batch;
    }

    private static List<String> row(RowBatch batch, int row) {
        return IntStream.range(0, 6).mapToObj(column -> batch.text(column, row)).toList();
    }
}
