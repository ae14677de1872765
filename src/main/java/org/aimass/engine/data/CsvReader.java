package org.aimass.engine.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/** Rows of a CSV file, gzipped or not, whose first line names the columns. */
final class CsvReader implements RowReader {

    private final String file;
    private final long size;
    private final FileBytes source;
    private final CsvScanner scanner;
    private final List<String> columns;
    private int[] selected = {};
    private long rows;

    private CsvReader(String file, long size, FileBytes source) throws IOException {
        this.file = file;
        this.size = size;
        this.source = source;
        scanner = CsvScanner.at(source, file);
        demandCsv();
        columns = scanner.texts();
        ColumnNames.check(file, columns);
        scanner.name(columns);
    }

    static CsvReader open(Path path) {
        FileBytes.demandFile(path);
        return open(FileBytes.name(path), FileBytes.size(path), FileBytes.open(path));
    }

    /**
     * @param file its name, as messages give it
     * @param size its bytes
     */
    static CsvReader open(String file, long size, FileBytes source) {
        try {
            return new CsvReader(file, size, source);
        } catch (IOException e) {
            close(source);
            throw unreadable(file, e);
        } catch (RuntimeException e) {
            close(source);
            throw e;
        }
    }

    private void demandCsv() throws IOException {
        if (scanner.startsWith(0xFE, 0xFF) || scanner.startsWith(0xFF, 0xFE)) {
            throw new BadInput(file + ": is written in UTF-16; expected UTF-8");
        } else if (scanner.startsWith('P', 'A', 'R', '1')) {
            throw new BadInput(file + ": is a Parquet file; expected CSV");
        } else if (scanner.startsWith('P', 'K', 3, 4)) {
            throw new BadInput(file + ": is a zip archive; expected CSV, or CSV packed with gzip");
        } else if (scanner.isEmpty() || !scanner.next()) {
            throw new BadInput(file + ": is empty; expected a first line that names the columns");
        }
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
            throw unreadable(file, e);
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
            throw unreadable(file, e);
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

    private static BadInput unreadable(String file, IOException why) {
        if (why instanceof BrokenFile broken) {
            return new BadInput(file + ": " + broken.getMessage());
        }
        if (why instanceof EOFException) {
            return new BadInput(file + ": the gzip stream ends in the middle; was the file cut off?");
        }
        if (why instanceof ZipException) {
            return new BadInput(
                    file + ": the gzip stream is damaged (" + OneLine.of(String.valueOf(why.getMessage()), 80) + ")");
        }
        return FileBytes.unreadable(file, why);
    }
}
