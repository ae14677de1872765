package org.aimass.dataset.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.dataset.entity.ColumnProfile.ValueCount;
import org.aimass.shared.Sha256Digest;

/** Columns as a test states them. */
final class Columns {

    static final long ROWS = 100;

    private Columns() {}

    static Profile profile(ColumnProfile... columns) {
        return new Profile("csv", 9, Sha256Digest.of(new byte[0]), ROWS, List.of(columns), Optional.empty());
    }

    /** Text with these values. */
    static ColumnProfile groups(String name, String... values) {
        return new ColumnProfile(name, ColumnType.TEXT, 0, values.length, true, null, null, null, counts(values), true);
    }

    /** Whole numbers 0 and 1. */
    static ColumnProfile binary(String name) {
        return new ColumnProfile(name, ColumnType.INTEGER, 0, 2, true, 0.0, 1.0, 0.3, counts("0", "1"), true);
    }

    /** Numbers with many values. */
    static ColumnProfile numbers(String name, double minimum, double maximum) {
        return new ColumnProfile(
                name, ColumnType.NUMBER, 0, ROWS, true, minimum, maximum, (minimum + maximum) / 2, List.of(), false);
    }

    static ColumnProfile withMissing(ColumnProfile column, long missing) {
        return new ColumnProfile(
                column.name(),
                column.type(),
                missing,
                column.distinct(),
                column.distinctIsExact(),
                column.minimum(),
                column.maximum(),
                column.mean(),
                column.values(),
                column.valuesComplete());
    }

    private static List<ValueCount> counts(String... values) {
        List<ValueCount> counts = new ArrayList<>();
        for (String value : values) {
            counts.add(new ValueCount(value, ROWS / values.length));
        }
        return counts;
    }
}
