package org.aimass.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.CsvFaults;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;

/**
 * Which columns of a manifest name the files beside it: those in which any row does. A row of such a column that names none is at
 * fault, and found out now rather than in the middle of an audit.
 */
public final class FileColumns {

    private static final int ROWS = 4096;

    /** After so many values that name no file, a column in which none does is not asked about any more. */
    private static final int PATIENCE = 10_000;

    private final NamedFiles files;
    private final List<Column> columns;

    private static final class Column {
        private final String name;
        private final List<Fault> faults = new ArrayList<>();
        private final BitSet files = new BitSet();
        private String where = "";
        private long named;
        private long unnamed;

        Column(String name) {
            this.name = name;
        }

        boolean isHopeful() {
            return named > 0 || unnamed < PATIENCE;
        }
    }

    FileColumns(NamedFiles files, List<String> names) {
        this.files = files;
        columns = names.stream().map(Column::new).toList();
    }

    /**
     * All rows of an archive's manifest that name a file which is not there.
     *
     * @throws BadInput if it is no archive, or its manifest no table
     */
    public static FileColumns of(Path archive, DataFormat format, Deadline deadline) {
        try (RowReader reader = RowReader.open(archive, format, RowReader.MANIFEST, deadline)) {
            reader.select(IntStream.range(0, reader.columns().size()).toArray());
            FileColumns found = new FileColumns(reader.files().orElseThrow(), reader.columns());
            RowBatch batch = reader.newBatch(ROWS);
            while (reader.read(batch)) {
                found.add(batch);
                deadline.check();
            }
            return found;
        }
    }

    void add(RowBatch batch) {
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            for (int row = 0; row < batch.rows() && column.isHopeful(); row++) {
                add(column, place, batch, row);
            }
        }
    }

    private void add(Column column, int place, RowBatch batch, int row) {
        try {
            column.files.set(files.find(batch.text(place, row)));
            column.named++;
        } catch (BrokenFile e) {
            column.unnamed++;
            if (column.faults.isEmpty()) {
                column.where = batch.where(row);
            }
            if (column.faults.size() < CsvFaults.MOST) {
                column.faults.add(new Fault(batch.line(row), column.name, e.found(), e.expected()));
            }
        }
    }

    /** How many files there are, the manifest among them. */
    long count() {
        return files.count();
    }

    /**
     * The columns' names, in the manifest's order.
     *
     * @throws BadInput at the first row of such a column that names no file
     */
    List<String> names() {
        for (Column column : naming()) {
            if (!column.faults.isEmpty()) {
                Fault first = column.faults.get(0);
                throw new BadInput(
                        "%s: column %s: found %s, expected %s"
                                .formatted(column.where, OneLine.quoted(column.name), first.found(), first.expected()),
                        first);
            }
        }
        return naming().stream().map(column -> column.name).toList();
    }

    /** Which files each of these columns names, in the manifest's order. */
    Map<String, BitSet> named() {
        Map<String, BitSet> named = new LinkedHashMap<>();
        naming().forEach(column -> named.put(column.name, column.files));
        return named;
    }

    private List<Column> naming() {
        return columns.stream().filter(column -> column.named > 0).toList();
    }

    /** The first rows that name a file which is not there, column by column. */
    public List<Fault> faults() {
        return naming().stream()
                .flatMap(column -> column.faults.stream())
                .limit(CsvFaults.MOST)
                .toList();
    }

    /** How many such rows there are. */
    public long total() {
        return naming().stream().mapToLong(column -> column.unnamed).sum();
    }
}
