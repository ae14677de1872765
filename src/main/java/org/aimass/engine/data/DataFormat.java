package org.aimass.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.aimass.engine.OneLine;

/** How a dataset's rows are written. */
public enum DataFormat {
    CSV,
    PARQUET,
    /** Annotations of images, as the COCO challenge writes them. */
    COCO,
    /** A folder of files, with a manifest: a CSV file that names them. */
    FOLDER,
    /** The same in a zip archive. */
    ZIP,
    /** The same in a tar archive packed with gzip. */
    TAR_GZ;

    private static final String PARQUET_MARK = "PAR1";
    private static final String ZIP_MARK = "PK\003\004";

    /** The name in job files, such as {@code csv} or {@code tar.gz}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public static Optional<DataFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** All names, quoted. */
    public static String words() {
        return OneLine.list(Arrays.stream(values()).map(DataFormat::word).toList());
    }

    /** Whether the rows stand in a manifest, beside the files that they name. */
    public boolean isArchive() {
        return this == FOLDER || this == ZIP || this == TAR_GZ;
    }

    /** The format of annotated images: a folder or archive of them, or annotations alone. */
    public static DataFormat ofCoco(Path file) {
        DataFormat format = of(file);
        return format.isArchive() ? format : COCO;
    }

    /**
     * A folder is one; else the format that the file's ending tells; where it tells none, its first bytes: Parquet and zip say
     * so, the rest is CSV.
     */
    public static DataFormat of(Path file) {
        if (Files.isDirectory(file)) {
            return FOLDER;
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            return CSV;
        }
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        if (name.endsWith(".zip")) {
            return ZIP;
        }
        if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
            return TAR_GZ;
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            String start = new String(bytes.readNBytes(PARQUET_MARK.length()), StandardCharsets.US_ASCII);
            return start.equals(PARQUET_MARK) ? PARQUET : start.equals(ZIP_MARK) ? ZIP : CSV;
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
    }
}
