package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values come out of a Parquet file as the database says them one by one, whether or not a sample of the rows had shown them. */
class ParquetTextsTest {

    private static final int ROWS = 20_000;

    /** Among them: few texts, some that only rows outside of any sample have, too many to be known, and the other kinds. */
    private static final String TABLE = """
            SELECT CASE hash(i, 'a') % 9 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE
                       ['it''s', 'a"b', '中文', 'x, ]', '\\', '(missing)', ' x ', '1.50'][1 + (hash(i, 'b') % 8)::INTEGER] END,
                   CASE i WHEN 7777 THEN 'rare' || chr(0) || 'end' WHEN 7778 THEN repeat('long', 100) WHEN 7779 THEN 'ra'
                       WHEN 7780 THEN NULL WHEN 7781 THEN chr(10) || '\u007f' ELSE 'usual' END,
                   'text ' || (hash(i, 'c') % 500), 'sorted ' || (i // 3000), NULL::VARCHAR,
                   ['a', 'b', 'c'][1 + (hash(i, 'd') % 3)::INTEGER]::ENUM('a', 'b', 'c'),
                   DATE '2026-03-29' + (i % 3)::INTEGER, (hash(i, 'e') % 40 / 8)::DECIMAL(9, 3), [i % 2, NULL], (i % 5)::UBIGINT,
                   (i % 2)::INTEGER, CASE WHEN i % 11 > 0 THEN (i % 700 - 20)::BIGINT END, (i % 256)::UTINYINT,
                   CASE WHEN i % 5 > 0 THEN i % 3 = 0 END,
                   CASE i % 6 WHEN 0 THEN NULL WHEN 1 THEN 'NaN' WHEN 2 THEN '-inf' ELSE i / 8 END::DOUBLE
            FROM range(20000) AS r(i)
            """;

    @TempDir
    Path folder;

    @Test
    void areWhatTheDatabaseSays() throws SQLException {
        Path file = parquet(TABLE);
        List<List<String>> expected = asText(file);
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            int columns = reader.columns().size();
            reader.select(IntStream.range(0, columns).toArray());
            RowBatch batch = reader.newBatch(777);
            List<Dictionary> one = dictionaries(columns);
            List<Dictionary> bulk = dictionaries(columns);
            List<Dictionary> reference = dictionaries(columns);
            int row = 0;
            while (reader.read(batch)) {
                for (int column = 0; column < columns; column++) {
                    List<String> texts = expected.get(column).subList(row, row + batch.rows());
                    check(batch, column, texts, one.get(column), bulk.get(column), reference.get(column));
                }
                row += batch.rows();
            }
            assertEquals(ROWS, row);
        }
    }

    private static void check(
            RowBatch batch, int column, List<String> texts, Dictionary one, Dictionary bulk, Dictionary reference) {
        int rows = batch.rows();
        int[] all = IntStream.range(0, rows).toArray();
        int[] codes = new int[rows];
        assertEquals(rows, batch.codes(column, all, rows, bulk, "none", codes));
        List<Integer> present = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String text = texts.get(row);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            String where = "column " + column + ", " + batch.where(row);
            assertEquals(text, batch.text(column, row), where);
            assertEquals(text.isEmpty(), batch.isMissing(column, row), where);
            assertEquals(Decimals.parse(flag(text)), batch.numberOrNaN(column, row), where);
            assertEquals(ValueKind.of(utf8, 0, utf8.length), kind(batch, column, row), where);
            assertEquals(Dictionary.hash64(utf8, 0, utf8.length), batch.hash(column, row), where);
            assertEquals(text, one.value(batch.code(column, row, one)), where);
            assertEquals(reference.code(text.isEmpty() ? "none" : text), codes[row], where);
            if (!text.isEmpty()) {
                present.add(row);
            }
        }
        int kept = batch.present(column, all, rows);
        assertArrayEquals(present.stream().mapToInt(Integer::intValue).toArray(), Arrays.copyOf(all, kept));
    }

    /** A boolean counts as 1 or 0. */
    private static String flag(String text) {
        return text.equals("true") ? "1" : text.equals("false") ? "0" : text;
    }

    /** Of an infinite number its text says nothing. */
    private static ValueKind kind(RowBatch batch, int column, int row) {
        return batch.text(column, row).endsWith("Infinity") ? ValueKind.TEXT : batch.kind(column, row);
    }

    private static List<Dictionary> dictionaries(int columns) {
        return IntStream.range(0, columns).mapToObj(i -> new Dictionary(ROWS)).toList();
    }

    /** One dictionary and another, turn and turn about, and one that has no room for a second value. */
    @Test
    void haveTheCodesOfTheDictionaryThatIsAsked() throws SQLException {
        Path file = parquet("SELECT ['a', 'b', 'c'][1 + (i % 3)], i % 3 FROM range(9) AS r(i)");
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            reader.select(new int[] {0, 1});
            RowBatch batch = reader.newBatch(9);
            assertTrue(reader.read(batch));
            for (int column = 0; column < 2; column++) {
                Dictionary one = new Dictionary(3);
                Dictionary other = new Dictionary(3);
                other.code(batch.text(column, 2));
                Dictionary small = new Dictionary(1);
                for (int row = 0; row < 9; row++) {
                    assertEquals(row % 3, batch.code(column, row, one));
                    assertEquals((row + 1) % 3, batch.code(column, row, other));
                    assertEquals(row % 3 == 0 ? 0 : Dictionary.FULL, batch.code(column, row, small));
                }
                assertEquals(2, batch.codes(column, new int[] {0, 3, 4, 6}, 4, small, "", new int[4]));
            }
        }
    }

    @Test
    void endABatchWhereTheyAreLong() throws SQLException {
        Path file = parquet("SELECT i, repeat(chr(65 + i::INTEGER), 1 << 20), 'g' FROM range(20) AS r(i)");
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            reader.select(new int[] {0, 1, 2});
            RowBatch batch = reader.newBatch(100);
            int row = 0;
            while (reader.read(batch)) {
                assertTrue(batch.rows() <= 9);
                for (int i = 0; i < batch.rows(); i++, row++) {
                    assertEquals(row, batch.number(0, i));
                    assertEquals((char) ('A' + row), batch.text(1, i).charAt(0));
                    assertEquals("g", batch.text(2, i));
                }
            }
            assertEquals(20, row);
        }
    }

    @Test
    void areRefusedWhereOneIsTooLong() throws SQLException {
        Path file = parquet(
                "SELECT CASE i WHEN 2500 THEN repeat('x', (1 << 20) + 1) ELSE 'g' END AS t FROM range(2600) AS r(i)");
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            reader.select(new int[] {0});
            RowBatch batch = reader.newBatch(1000);
            assertTrue(reader.read(batch));
            assertTrue(reader.read(batch));
            BadInput refusal = assertThrows(BadInput.class, () -> reader.read(batch));
            assertEquals("t.parquet: row 2501, column \"t\": found a value longer than 1 MiB", refusal.getMessage());
        }
    }

    /** The rows before the fault are there, and the refusal says what the database says. */
    @Test
    void endWithARefusalWhereTheFileIsBroken() throws SQLException, IOException {
        Path file = parquet("SELECT i, 'text ' || i % 7 AS t FROM range(300000) AS r(i)");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20_000, (byte) 0x5A);
        Files.write(file, bytes);
        try (RowReader reader = RowReader.open(file, DataFormat.PARQUET)) {
            reader.select(new int[] {0, 1});
            RowBatch batch = reader.newBatch(4096);
            assertTrue(reader.read(batch));
            BadInput refusal = assertThrows(BadInput.class, () -> {
                while (reader.read(batch)) {
                    assertTrue(reader.rowsRead() < 300_000);
                }
            });
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.startsWith("t.parquet: not a Parquet file that can be read ("), message);
            assertTrue(reader.rowsRead() > 0);
        }
    }

    @Test
    void sayNothingOfWhereABrokenFileLies() throws SQLException, IOException {
        Path file = parquet("SELECT 1 AS i");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
        BadInput refusal = assertThrows(BadInput.class, () -> RowReader.open(file, DataFormat.PARQUET));
        assertEquals(
                "t.parquet: not a Parquet file that can be read (Invalid Input Error: No magic bytes found at end of file"
                        + " 't.parquet')",
                refusal.getMessage());
    }

    private Path parquet(String query) throws SQLException {
        Path file = folder.resolve("t.parquet");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    /** By column and row what JDBC's own way gives: numbers in binary as Java writes them, all else as DuckDB does. */
    private static List<List<String>> asText(Path file) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM '" + file + "'")) {
            int columns = row.getMetaData().getColumnCount();
            List<List<String>> texts = IntStream.range(0, columns)
                    .mapToObj(i -> (List<String>) new ArrayList<String>())
                    .toList();
            while (row.next()) {
                for (int column = 0; column < columns; column++) {
                    String text = row.getMetaData().getColumnType(column + 1) == java.sql.Types.DOUBLE
                            ? Double.toString(row.getDouble(column + 1))
                            : row.getString(column + 1);
                    texts.get(column).add(text == null || row.wasNull() ? "" : text);
                }
            }
            return texts;
        }
    }
}
