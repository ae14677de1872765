package org.aimass.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.Deadline;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;
import org.aimass.shared.Sha256Digest;

/**
 * What a dataset's columns hold.
 *
 * @param bytes the file's size
 * @param rows at least 0
 * @param archive the files beside the rows; empty where the table stands alone
 * @param recordings by column that names some, in the file's order
 */
public record DatasetProfile(
        DataFormat format,
        long bytes,
        Sha256Digest sha256,
        long rows,
        List<ColumnProfile> columns,
        Optional<ArchiveFiles> archive,
        List<HeardFiles> recordings) {

    private static final int ROWS = 4096;
    private static final int MOST_VALUES = 1_000_000;
    private static final int MOST_TEXT = 64 << 20;

    public DatasetProfile {
        columns = List.copyOf(columns);
        recordings = List.copyOf(recordings);
    }

    /**
     * The files of an archive.
     *
     * @param count how many there are, the manifest among them
     * @param namedBy the columns that name them
     */
    public record ArchiveFiles(long count, List<String> namedBy) {
        public ArchiveFiles {
            namedBy = List.copyOf(namedBy);
        }
    }

    /**
     * Reads a file once.
     *
     * @throws org.aimass.engine.BadInput at the first row that is not as the format demands, or that names a file which is not in
     *     the archive
     */
    public static DatasetProfile of(Path file, DataFormat format, Deadline deadline) {
        return of(RowReader.open(file, format, RowReader.MANIFEST, deadline), format, deadline);
    }

    /**
     * Reads the table of an archive once, and closes it.
     *
     * @throws org.aimass.engine.BadInput as {@link #of(Path, DataFormat, Deadline)} says
     */
    public static DatasetProfile of(Archive archive, DataFormat format, Deadline deadline) {
        return of(RowReader.open(archive, RowReader.MANIFEST), format, deadline);
    }

    private static DatasetProfile of(RowReader opened, DataFormat format, Deadline deadline) {
        try (RowReader reader = opened) {
            List<String> names = reader.columns();
            reader.select(IntStream.range(0, names.size()).toArray());
            int values = Math.max(100, Math.min(100_000, MOST_VALUES / names.size()));
            int text = Math.max(4 << 10, Math.min(16 << 20, MOST_TEXT / names.size()));
            List<ColumnProfile> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(new ColumnProfile(names.get(i), i, values, text));
            }
            Optional<FileColumns> named = reader.files().map(files -> new FileColumns(files, names));
            RowBatch batch = reader.newBatch(ROWS);
            while (reader.read(batch)) {
                columns.forEach(column -> column.add(batch));
                named.ifPresent(files -> files.add(batch));
                deadline.check();
            }
            Optional<ArchiveFiles> archive = named.map(files -> new ArchiveFiles(files.count(), files.names()));
            return new DatasetProfile(
                    format,
                    reader.bytes(),
                    reader.digest(),
                    reader.rowsRead(),
                    columns,
                    archive,
                    named.map(columnsOfFiles ->
                                    HeardFiles.of(reader.files().orElseThrow(), columnsOfFiles.named(), deadline))
                            .orElse(List.of()));
        }
    }
}
