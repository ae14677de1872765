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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T5: no name of a column or a file becomes SQL. 5,000 names each, of draws that are the same every time. */
class HostileNamesT5Test {

    private static final int NAMES = 5_000;
    private static final int BATCH = 1_000;
    /** Each Parquet file needs a database of its own; {@code aimass.names} asks for more. */
    private static final int FILES = Integer.getInteger("aimass.names", 200);

    /** Where they could end a text, a name or a statement, or be taken for a pattern, a place or another letter. */
    private static final List<String> PARTS = List.of(
            "\"",
            "'",
            "`",
            ";",
            "--",
            "/*",
            "*/",
            "\\",
            "$$",
            "${7*7}",
            "%s",
            "{0}",
            "(",
            ")",
            "[",
            "]",
            "?",
            ":a",
            "$1",
            "@",
            "#",
            "=",
            "|",
            "\n",
            "\r\n",
            "\t",
            " ",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\u0301",
            "\u0130",
            "\u4e2d\u6587",
            "\ud83d\ude00",
            "a",
            "B",
            "1",
            "null",
            "select",
            "\"; COPY (SELECT 1) TO 'evil.csv'; --",
            "'; ATTACH 'evil.db'; --",
            "\" FROM read_csv('secret.csv'); --",
            "read_text('secret.csv')",
            "', filename=true) --",
            "COLUMNS(*)",
            "EXCLUDE",
            "../secret.csv",
            "/etc/passwd",
            "=1+1");

    @TempDir
    Path folder;

    private Set<String> names = Set.of();

    @BeforeEach
    void draw() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "secret\n42\n");
        Random random = new Random(5);
        names = new LinkedHashSet<>(
                PARTS.stream().filter(part -> !part.isBlank()).toList());
        Set<String> alike = names.stream().map(HostileNamesT5Test::folded).collect(Collectors.toSet());
        while (names.size() < NAMES) {
            String name = random.ints(1 + random.nextInt(5), 0, PARTS.size())
                    .mapToObj(PARTS::get)
                    .collect(Collectors.joining());
            if (alike.add(folded(name))) {
                names.add(name);
            }
        }
    }

    /** DuckDB's columns differ in more than their letters' case. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Test
    void parquetColumnsKeepTheirNamesAndTheirValues() throws SQLException, IOException {
        Path file = folder.resolve("t.parquet");
        for (List<String> batch : batches()) {
            write(file, batch);
            readsBack(file, DataFormat.PARQUET, batch);
        }
        nothingElseWasTouched();
    }

    @Test
    void csvColumnsKeepTheirNamesAndTheirValues() throws IOException {
        for (List<String> batch : batches()) {
            String header = batch.stream()
                    .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","));
            String row =
                    IntStream.range(0, batch.size()).mapToObj(Integer::toString).collect(Collectors.joining(","));
            Path file = Files.writeString(folder.resolve("t.csv"), header + "\n" + row + "\n");
            readsBack(file, DataFormat.CSV, batch);
        }
        nothingElseWasTouched();
    }

    @Test
    void csvFilesAreReadByTheirNames() throws IOException {
        Path place = Files.createDirectory(folder.resolve("files"));
        for (String name : names.stream().filter(HostileNamesT5Test::canBeAFile).toList()) {
            Path file = Files.writeString(place.resolve(name), "a\n0\n");
            readsBack(file, DataFormat.CSV, List.of("a"));
            Files.delete(file);
        }
        Files.delete(place);
        nothingElseWasTouched();
    }

    /** A file of such a name is read itself, or refused by name; never another one. */
    @Test
    void parquetFilesAreReadByTheirNames() throws SQLException, IOException {
        Path plain = folder.resolve("t.parquet");
        write(plain, List.of("a"));
        Path place = Files.createDirectory(folder.resolve("files"));
        int read = 0;
        List<String> tried = names.stream()
                .filter(HostileNamesT5Test::canBeAFile)
                .limit(FILES)
                .toList();
        for (String name : tried) {
            Path file = Files.copy(plain, place.resolve(name));
            if (name.matches("(?s).*[*?\\[\\]{}].*")) {
                BadInput refusal = assertThrows(BadInput.class, () -> RowReader.open(file, DataFormat.PARQUET));
                assertTrue(String.valueOf(refusal.getMessage()).endsWith("must not contain any of * ? [ ] { }"), name);
            } else {
                readsBack(file, DataFormat.PARQUET, List.of("a"));
                read++;
            }
            Files.delete(file);
        }
        assertTrue(2 * read > tried.size(), read + " read of " + tried.size());
        Files.delete(place);
        nothingElseWasTouched();
    }

    private static boolean canBeAFile(String name) {
        return !name.contains("/") && name.length() < 60;
    }

    private List<List<String>> batches() {
        List<String> all = new ArrayList<>(names);
        return IntStream.range(0, NAMES / BATCH)
                .mapToObj(i -> all.subList(i * BATCH, (i + 1) * BATCH))
                .toList();
    }

    private static void write(Path file, List<String> columns) throws SQLException {
        String values = IntStream.range(0, columns.size())
                .mapToObj(i -> i + " AS \"" + columns.get(i).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("COPY (SELECT " + values + ") TO '" + file + "' (FORMAT parquet)");
        }
    }

    private static void readsBack(Path file, DataFormat format, List<String> columns) {
        try (RowReader reader = RowReader.open(file, format)) {
            assertEquals(columns, reader.columns());
            reader.select(IntStream.range(0, columns.size()).toArray());
            RowBatch batch = reader.newBatch(2);
            assertTrue(reader.read(batch));
            assertEquals(1, batch.rows());
            for (int i = 0; i < columns.size(); i++) {
                assertEquals(i, batch.number(i, 0), columns.get(i));
            }
            assertFalse(reader.read(batch));
        }
    }

    private void nothingElseWasTouched() throws IOException {
        assertEquals("secret\n42\n", Files.readString(folder.resolve("secret.csv")));
        try (Stream<Path> left = Files.list(folder)) {
            Set<String> found = left.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
            found.removeAll(Set.of("t.csv", "t.parquet"));
            assertEquals(Set.of("secret.csv"), found);
        }
        assertFalse(Files.exists(Path.of("evil.csv")) || Files.exists(Path.of("evil.db")));
    }
}
