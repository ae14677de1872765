package org.aimass.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** How a dataset's rows are written. */
public enum DataFormat {
    CSV,
    PARQUET;

    private static final String PARQUET_MARK = "PAR1";

    /** The name in job files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that the file's ending tells; where it tells none, its first bytes: Parquet says so, the rest is CSV. */
    public static DataFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            return CSV;
        }
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            String start = new String(bytes.readNBytes(PARQUET_MARK.length()), StandardCharsets.US_ASCII);
            return start.equals(PARQUET_MARK) ? PARQUET : CSV;
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
    }
}
