package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;

/**
 * {@code preview data.csv}: the first rows as they are, long values cut; of annotated images the first ones with their objects and,
 * if asked for, small pictures of them in a file.
 */
final class PreviewCommand implements Command {

    private static final String SHEET = "--sheet";
    private static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 200;
    private static final int ROWS = 20;
    private static final int LONGEST_CELL = 100;

    @Override
    public String usage() {
        return "preview data.csv [--format csv|parquet|coco|zip|tar.gz] [--rows 20] [--sheet pictures.png]";
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of("--format", "--rows", SHEET);
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path file = arguments.path("dataset");
        DataFormat format = ProfileCommand.format(arguments, file);
        int rows = arguments.number("--rows", MOST_ROWS).orElse(ROWS);
        if (format == DataFormat.COCO) {
            PreviewOfImages.print(CocoScan.of(file, deadline), rows, out);
            return;
        }
        if (!format.isArchive()) {
            print(RowReader.open(file, format, RowReader.MANIFEST, deadline), rows, deadline, out);
            return;
        }
        Archive archive = Archive.open(file, format, deadline);
        if (CocoScan.isOf(archive)) {
            try (archive) {
                Optional<Path> sheet = arguments.value(SHEET).map(given -> arguments.pathOf(SHEET));
                PreviewOfImages.print(CocoScan.of(archive, deadline), archive, rows, sheet, deadline, out);
            }
        } else {
            print(RowReader.open(archive, RowReader.MANIFEST), rows, deadline, out);
        }
    }

    private static void print(RowReader opened, int rows, Deadline deadline, PrintStream out) {
        try (RowReader reader = opened) {
            List<String> names = reader.columns();
            int shown = Math.min(MOST_COLUMNS, names.size());
            reader.select(IntStream.range(0, shown).toArray());
            RowBatch batch = reader.newBatch(rows);
            reader.read(batch);
            deadline.check();
            JsonOutput.print(out, json -> write(names, shown, batch, json));
        }
    }

    private static void write(List<String> names, int shown, RowBatch batch, JsonGenerator json) throws IOException {
        json.writeNumberField("columns_total", names.size());
        json.writeArrayFieldStart("columns");
        for (String name : names.subList(0, shown)) {
            json.writeString(OneLine.of(name, LONGEST_CELL));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < batch.rows(); row++) {
            json.writeStartArray();
            for (int column = 0; column < shown; column++) {
                json.writeString(OneLine.of(batch.text(column, row), LONGEST_CELL));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
