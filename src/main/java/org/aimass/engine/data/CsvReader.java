package org.aimass.engine.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/** Rows of a CSV file, gzipped or not, whose first line names the columns. */
final class CsvReader implements RowReader {

    private final Path path;
    private final String file;
    private final long size;
    private final FileBytes source;
    private final CsvScanner scanner;
    private final List<String> columns = new ArrayList<>();
    private int[] selected = {};
    private long rows;

    private CsvReader(Path path, FileBytes source) throws IOException {
        this.path = path;
        this.source = source;
        file = FileBytes.name(path);
        size = FileBytes.size(path);
        InputStream start = new BufferedInputStream(source, 1 << 16);
        start.mark(2);
        boolean gzip = start.read() == 0x1F && start.read() == 0x8B;
        start.reset();
        scanner = new CsvScanner(gzip ? new Gunzip(source, start, file) : start, file);
        skipMark(scanner.firstBytes());
        readNames();
    }

    static CsvReader open(Path path) {
        FileBytes source = FileBytes.open(path);
        try {
            return new CsvReader(path, source);
        } catch (IOException e) {
            close(source);
            throw unreadable(path, e);
        } catch (RuntimeException e) {
            close(source);
            throw e;
        }
    }

    private void skipMark(byte[] first) {
        if (first.length == 0) {
            throw new BadInput(file + ": is empty; expected a first line that names the columns");
        } else if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            scanner.skip(3);
        } else if (startsWith(first, 0xFE, 0xFF) || startsWith(first, 0xFF, 0xFE)) {
            throw new BadInput(file + ": is written in UTF-16; expected UTF-8");
        } else if (startsWith(first, 'P', 'A', 'R', '1')) {
            throw new BadInput(file + ": is a Parquet file; expected CSV");
        } else if (startsWith(first, 'P', 'K', 3, 4)) {
            throw new BadInput(file + ": is a zip archive; expected CSV, or CSV packed with gzip");
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void readNames() throws IOException {
        if (!scanner.next()) {
            throw new BadInput(file + ": is empty; expected a first line that names the columns");
        }
        for (int field = 0; field < scanner.fields(); field++) {
            columns.add(
                    new String(scanner.buffer(), scanner.start(field), scanner.length(field), StandardCharsets.UTF_8));
        }
        ColumnNames.check(file, columns);
        scanner.name(columns);
    }

    @Override
    public List<String> columns() {
        return Collections.unmodifiableList(columns);
    }

    @Override
    public void select(int[] chosen) {
        selected = chosen.clone();
    }

    @Override
    public RowBatch newBatch(int capacity) {
        List<String> names = new ArrayList<>();
        for (int column : selected) {
            names.add(columns.get(column));
        }
        return new CsvBatch(file, names, capacity);
    }

    @Override
    public boolean read(RowBatch target) {
        CsvBatch batch = (CsvBatch) target;
        batch.clear();
        try {
            while (!batch.isFull() && scanner.next()) {
                if (scanner.fields() != columns.size()) {
                    throw new BadInput("%s: line %d: found %d fields, expected %d, one for each column"
                            .formatted(file, scanner.line(), scanner.fields(), columns.size()));
                }
                batch.add(scanner, selected);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        rows += batch.rows();
        return batch.rows() > 0;
    }

    @Override
    public long rowsRead() {
        return rows;
    }

    @Override
    public OptionalLong rowsTotal() {
        return OptionalLong.empty();
    }

    @Override
    public double shareRead() {
        return Math.min(1, scanner.shareUsed() * source.count() / size);
    }

    @Override
    public long bytes() {
        return size;
    }

    @Override
    public Sha256Digest digest() {
        try {
            return source.finish();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public void close() {
        close(source);
    }

    private static void close(FileBytes source) {
        try {
            source.close();
        } catch (IOException e) {
            // it was only read
        }
    }

    private static BadInput unreadable(Path path, IOException why) {
        if (why instanceof EOFException) {
            return new BadInput(FileBytes.name(path) + ": the gzip stream ends in the middle; was the file cut off?");
        }
        if (why instanceof ZipException) {
            return new BadInput(FileBytes.name(path) + ": the gzip stream is damaged ("
                    + OneLine.of(String.valueOf(why.getMessage()), 80) + ")");
        }
        return FileBytes.unreadable(path, why);
    }
}
