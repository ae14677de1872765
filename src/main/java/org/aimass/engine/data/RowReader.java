package org.aimass.engine.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.shared.Sha256Digest;

/** A table in a file, read once from its first row to its last in bounded memory. Not for several threads. */
public interface RowReader extends AutoCloseable {

    /** The manifest of an archive where nobody names another. */
    String MANIFEST = "manifest.csv";

    /**
     * Opens a file and reads what it says of its columns.
     *
     * @param manifest the CSV file in an archive that holds the rows; ignored where the file is a table itself
     * @throws BadInput if there is no such file or it is not in that format
     */
    static RowReader open(Path file, DataFormat format, String manifest, Deadline deadline) {
        return switch (format) {
            case CSV -> CsvReader.open(file);
            case PARQUET -> ParquetReader.open(file);
            case COCO -> throw new BadInput(FileBytes.name(file) + ": annotations of images are no table");
            case FOLDER, ZIP, TAR_GZ -> Manifest.open(Archive.open(file, format, deadline), manifest);
        };
    }

    /** Opens the rows in an archive; closing them closes it. */
    static RowReader open(Archive archive, String manifest) {
        return Manifest.open(archive, manifest);
    }

    /** Opens a file whose manifest, where it has one, has the usual name. */
    static RowReader open(Path file, DataFormat format) {
        return open(file, format, MANIFEST, Deadline.none());
    }

    /** The files that rows can name; none where the table stands alone. */
    default Optional<NamedFiles> files() {
        return Optional.empty();
    }

    /** The names of all columns; all different, none empty. */
    List<String> columns();

    /** Says which columns are read, by their numbers, ascending. To be called once, before the first batch is made. */
    void select(int[] columns);

    /** A batch for this reader to fill. */
    RowBatch newBatch(int rows);

    /**
     * Fills the batch with the next rows.
     *
     * @return whether there were any
     * @throws BadInput at a row that is not as the format demands
     */
    boolean read(RowBatch batch);

    long rowsRead();

    /** How many rows the table has; empty where only reading to the end tells. */
    OptionalLong rowsTotal();

    /** The share of the file that was read, from 0 to 1. */
    double shareRead();

    /** The file's size in bytes. */
    long bytes();

    /**
     * The digest of the whole file, once the last row was read.
     *
     * @throws BadInput if the file cannot be read to its end
     */
    Sha256Digest digest();

    @Override
    void close();
}
