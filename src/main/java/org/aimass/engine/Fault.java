package org.aimass.engine;

/**
 * One thing that is wrong in a table.
 *
 * @param line from 1, of the file for CSV and of the rows for Parquet; 0 where none can be named
 * @param column empty where the whole line is wrong
 * @param found what stands there
 * @param expected empty where {@code found} says it all
 */
public record Fault(long line, String column, String found, String expected) {

    private static final String EXPECTED = "; expected ";

    /** @param sentence what was found, and, behind a semicolon, what was expected */
    public static Fault of(long line, String column, String sentence) {
        int at = sentence.indexOf(EXPECTED);
        return at < 0
                ? new Fault(line, column, sentence, "")
                : new Fault(line, column, sentence.substring(0, at), sentence.substring(at + EXPECTED.length()));
    }
}
