package org.aimass.engine.data;

import java.nio.file.Path;
import java.util.Locale;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** How a dataset's rows are written. */
public enum DataFormat {
    CSV,
    PARQUET;

    /** The name in job files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that the file's ending tells.
     *
     * @throws BadInput if it tells none
     */
    public static DataFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            return CSV;
        }
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        throw new BadInput(OneLine.of(String.valueOf(file.getFileName()), 100)
                + ": the ending tells no format; expected .csv, .csv.gz or .parquet, or the format named");
    }
}
