package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.Test;

class CsvScannerTest {

    @Test
    void splitsAtCommasAndEveryKindOfLineEnd() throws IOException {
        assertEquals(
                List.of(List.of("a", "b"), List.of("1", ""), List.of("", "2"), List.of("x", "y"), List.of("z", "")),
                scan("a,b\r\n1,\n,2\rx,y\nz,"));
    }

    @Test
    void takesQuotesAwayAndHalvesThoseWithin() throws IOException {
        assertEquals(
                List.of(List.of("a,b", "say \"hi\"", "\"", ""), List.of("two\r\nlines", "1", "2", "3")),
                scan("\"a,b\",\"say \"\"hi\"\"\",\"\"\"\",\"\"\n\"two\r\nlines\",1,2,3\n"));
    }

    @Test
    void passesOverEmptyLinesButNotOverAnEmptyText() throws IOException {
        assertEquals(List.of(List.of("a"), List.of(""), List.of("b")), scan("\na\n\n\"\"\r\n\r\nb\n\n"));
    }

    @Test
    void countsLinesWithinQuotedFields() throws IOException {
        CsvScanner scanner = scanner("a\n\"1\n2\r\n3\r4\"\nb\n");
        List<Long> lines = new ArrayList<>();
        while (scanner.next()) {
            lines.add(scanner.line());
        }
        assertEquals(List.of(1L, 2L, 6L), lines);
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        refuses("t.csv: line 2, column 2: found a quoted field that is never closed", "a,b\n1,\"x\n2,y\n3,z\n");
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        refuses(
                "t.csv: line 3, column 2: found text after a closing quote; expected a comma or the end of the line",
                "a,b\n1,2\n3,\"x\"y\n");
    }

    @Test
    void refusesAQuoteWithinAnUnquotedField() {
        refuses("t.csv: line 1, column 1: found a quote inside a field that does not start with one", "5\" pipe,b\n");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "a,b\n1,2\n3,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
        BadInput refusal = assertThrows(BadInput.class, () -> scan(latin));
        assertEquals("t.csv: line 3, column 2: found bytes that are not UTF-8", refusal.getMessage());
    }

    @Test
    void refusesZeroBytes() {
        refuses("t.csv: line 2, column 1: found a zero byte; expected text in UTF-8", "a\n\0\n");
        refuses("t.csv: line 3, column 2: found a zero byte; expected text in UTF-8", "a,b\n1,2\n3,\"\0\"\n");
    }

    @Test
    void refusesAFieldLongerThanAMebibyteWhetherQuotedOrNot() {
        String longest = "x".repeat(CsvScanner.LONGEST_FIELD);
        refuses("t.csv: line 2, column 2: found a field longer than 1 MiB", "a,b\n1," + longest + "y\n");
        refuses("t.csv: line 2, column 2: found a field longer than 1 MiB", "a,b\n1,\"" + longest + "y\"\n");
        refuses("t.csv: line 1, column 1: found a field longer than 1 MiB", longest + longest + longest);
    }

    @Test
    void takesAFieldOfAMebibyte() throws IOException {
        String longest = "x".repeat(CsvScanner.LONGEST_FIELD);
        assertEquals(List.of(List.of("1", longest)), scan("1," + longest));
        assertEquals(List.of(List.of("1", longest)), scan("1,\"" + longest + "\"\n"));
    }

    @Test
    void refusesARowLongerThan32Mebibytes() {
        String field = "x".repeat(1_000_000);
        refuses("t.csv: line 1: a row longer than 32 MiB", (field + ",").repeat(40));
    }

    @Test
    void readsWhatAnotherLibraryWrites() throws IOException {
        Random random = new Random(10);
        for (int i = 0; i < 600; i++) {
            List<List<String>> table = table(random);
            StringWriter text = new StringWriter();
            try (CsvWriter writer = CsvWriter.builder()
                    .lineDelimiter(i % 2 == 0 ? LineDelimiter.CRLF : LineDelimiter.LF)
                    .build(text)) {
                table.forEach(writer::writeRecord);
            }
            assertEquals(table, scan(text.toString()));
        }
    }

    /** Up to 12 rows of 2 to 5 fields. */
    private static List<List<String>> table(Random random) {
        int width = 2 + random.nextInt(4);
        return Stream.generate(
                        () -> Stream.generate(() -> field(random)).limit(width).toList())
                .limit(random.nextInt(13))
                .toList();
    }

    private static String field(Random random) {
        if (random.nextInt(21) == 0) {
            return List.of("\ud83d\ude00", "x".repeat(70_000), "=1+1").get(random.nextInt(3));
        }
        String signs = "ab1,\"\r\n \u00e9\u4e2d";
        return random.ints(random.nextInt(7), 0, signs.length())
                .mapToObj(sign -> signs.substring(sign, sign + 1))
                .collect(Collectors.joining());
    }

    private static void refuses(String message, String text) {
        BadInput refusal = assertThrows(BadInput.class, () -> scan(text));
        assertEquals(message, refusal.getMessage());
    }

    private static CsvScanner scanner(String text) {
        return new CsvScanner(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv");
    }

    private static List<List<String>> scan(String text) throws IOException {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> scan(byte[] bytes) throws IOException {
        CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(bytes), "t.csv");
        List<List<String>> table = new ArrayList<>();
        while (scanner.next()) {
            List<String> row = new ArrayList<>();
            for (int field = 0; field < scanner.fields(); field++) {
                row.add(new String(
                        scanner.buffer(), scanner.start(field), scanner.length(field), StandardCharsets.UTF_8));
            }
            table.add(row);
        }
        return table;
    }
}
