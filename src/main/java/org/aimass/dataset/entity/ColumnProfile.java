package org.aimass.dataset.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dataset, as the engine read it.
 *
 * @param missing rows without a value
 * @param distinct how many different values there are; a lower bound unless {@code distinctIsExact}
 * @param minimum for numbers only
 * @param maximum for numbers only
 * @param mean for numbers only
 * @param values the most frequent values, at most 50, most frequent first
 * @param valuesComplete whether {@code values} are all there are
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        long distinct,
        boolean distinctIsExact,
        @Nullable Double minimum,
        @Nullable Double maximum,
        @Nullable Double mean,
        List<ValueCount> values,
        boolean valuesComplete) {

    private static final int FEW = 12;
    private static final Set<String> DIRECTIONS = Set.of("stereo", "antistereo");

    public ColumnProfile {
        values = List.copyOf(values);
    }

    /** How many rows hold a value. */
    public record ValueCount(String value, long rows) {}

    /** Whether so few that all of them can be shown as groups. */
    public boolean hasFewValues() {
        return valuesComplete && !values.isEmpty() && values.size() <= FEW;
    }

    public boolean hasExactly(int howMany) {
        return valuesComplete && values.size() == howMany;
    }

    /** Whether all values are numbers from {@code low} to {@code high}, both included. */
    public boolean liesWithin(double low, double high) {
        return type.isNumeric() && minimum != null && maximum != null && minimum >= low && maximum <= high;
    }

    /** Whether all values are numbers. */
    public boolean isNumeric() {
        return type.isNumeric();
    }

    /** Whether all values are 0 or 1, however many decimals they are written with. */
    public boolean isZeroOrOne() {
        return valuesComplete
                && !values.isEmpty()
                && values.stream().allMatch(each -> each.value().matches("[01](\\.0*)?"));
    }

    /** Whether all values say if a pair of sentences is of a stereotype or of its opposite. */
    public boolean isDirection() {
        return valuesComplete && values.stream().allMatch(each -> DIRECTIONS.contains(each.value()));
    }
}
