package org.aimass.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;

/** The CSV reader, packed or not: a table is the same table in whatever portions it is read, or is refused in the same words. */
public final class CsvFuzz {

    private static final Path FILE = file();

    private CsvFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                "a,b\r\n1,\"x,\"\"y\"\"\r\n\"\n\u4e2d,-0.5e10\n".getBytes(StandardCharsets.UTF_8),
                "\uFEFFy,s\n1,0.25\n0,NaN\n\n1,+7\n".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        String slowly = read(1);
        String atOnce = read(100);
        if (!slowly.equals(atOnce)) {
            throw new AssertionError("one row at a time: " + slowly + "; all at once: " + atOnce);
        }
    }

    private static String read(int batchRows) {
        StringBuilder said = new StringBuilder();
        try (RowReader reader = CsvReader.open(FILE)) {
            said.append(reader.columns());
            int[] all = IntStream.range(0, reader.columns().size()).toArray();
            reader.select(all);
            RowBatch batch = reader.newBatch(batchRows);
            Dictionary dictionary = new Dictionary(8);
            while (reader.read(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    said.append('\n').append(batch.line(row));
                    for (int column : all) {
                        said.append('|')
                                .append(batch.text(column, row))
                                .append(batch.kind(column, row))
                                .append(batch.numberOrNaN(column, row))
                                .append(batch.isMissing(column, row))
                                .append(batch.code(column, row, dictionary))
                                .append(batch.hash(column, row));
                        oneLine(batch.fault(column, row, "a number"));
                    }
                }
            }
            said.append(reader.digest()).append(reader.rowsRead());
        } catch (BadInput e) {
            return oneLine(e);
        }
        return said.toString();
    }

    private static String oneLine(BadInput refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (message.isEmpty() || message.length() > 2_000 || message.lines().count() != 1) {
            throw new AssertionError("not one line: " + message);
        }
        return message;
    }
}
