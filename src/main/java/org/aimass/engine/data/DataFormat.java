package org.aimass.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
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
    private static final String GZIP_MARK = "\037\213";
    private static final String TAR_MARK = "ustar";
    private static final int TAR_MARK_AT = 257;

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
     * A folder is one; else the format that the file's ending tells; where it tells none, its first bytes: Parquet, zip and what
     * is packed in gzip say so, the rest is CSV.
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
        if (name.endsWith(".json")) {
            return COCO;
        }
        if (name.endsWith(".zip")) {
            return ZIP;
        }
        if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
            return TAR_GZ;
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            String start = new String(bytes.readNBytes(PARQUET_MARK.length()), StandardCharsets.ISO_8859_1);
            if (start.startsWith(GZIP_MARK)) {
                return packed(file);
            }
            return start.equals(PARQUET_MARK) ? PARQUET : start.equals(ZIP_MARK) ? ZIP : CSV;
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
    }

    /** Tar writes its mark into the head of its first file; what cannot be unpacked is left to the reader of CSV to refuse. */
    private static DataFormat packed(Path file) {
        try (GZIPInputStream bytes = new GZIPInputStream(FileBytes.open(file))) {
            String head = new String(bytes.readNBytes(TAR_MARK_AT + TAR_MARK.length()), StandardCharsets.ISO_8859_1);
            return head.startsWith(TAR_MARK, TAR_MARK_AT) ? TAR_GZ : CSV;
        } catch (IOException e) {
            return CSV;
        }
    }
}
