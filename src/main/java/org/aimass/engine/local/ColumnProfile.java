package org.aimass.engine.local;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.ValueKind;
import org.jspecify.annotations.Nullable;

/** What the values of one column are like; fed batch by batch. */
public final class ColumnProfile {

    private static final int SHOWN = 50;

    /** The column's type: the narrowest that every value fits. */
    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        TEXT
    }

    /** A value and how many rows have it. */
    public record ValueCount(String value, long rows) {}

    /** The range of a column of numbers. */
    public record Range(double minimum, double maximum, double mean) {}

    private final String name;
    private final int column;
    private final Dictionary values;
    private long[] counts = new long[16];
    private @Nullable DistinctCount estimated;
    private final Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
    private long missing;
    private long present;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double sum;
    private double lost;

    /**
     * @param column its number in the batches to come
     * @param valueLimit up to how many different values are counted exactly
     * @param textLimit up to how many bytes their text may take
     */
    ColumnProfile(String name, int column, int valueLimit, int textLimit) {
        this.name = name;
        this.column = column;
        values = new Dictionary(valueLimit, textLimit);
    }

    void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            ValueKind kind = batch.kind(column, row);
            if (kind == ValueKind.MISSING) {
                missing++;
                continue;
            }
            present++;
            kinds.add(kind);
            if (kind == ValueKind.WHOLE || kind == ValueKind.NUMBER) {
                number(batch.numberOrNaN(column, row));
            }
            count(batch, row);
        }
    }

    private void number(double value) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        double before = sum;
        sum += value;
        lost += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    }

    private void count(RowBatch batch, int row) {
        int code = batch.code(column, row, values);
        if (code == Dictionary.FULL || estimated != null) {
            estimate(batch.hash(column, row));
        }
        if (code != Dictionary.FULL) {
            if (code >= counts.length) {
                counts = Arrays.copyOf(counts, 2 * counts.length);
            }
            counts[code]++;
        }
    }

    private void estimate(long hash) {
        if (estimated == null) {
            DistinctCount all = new DistinctCount();
            for (int code = 0; code < values.size(); code++) {
                all.add(values.hash64(code));
            }
            estimated = all;
        }
        estimated.add(hash);
    }

    public String name() {
        return name;
    }

    /** TEXT for a column without any value. */
    public Type type() {
        if (kinds.isEmpty() || kinds.contains(ValueKind.TEXT)) {
            return Type.TEXT;
        }
        if (kinds.contains(ValueKind.BOOLEAN)) {
            return kinds.size() == 1 ? Type.BOOLEAN : Type.TEXT;
        }
        return kinds.contains(ValueKind.NUMBER) ? Type.NUMBER : Type.INTEGER;
    }

    public long missing() {
        return missing;
    }

    /** How many different values there are, the missing ones aside; about 2 percent off unless {@link #distinctIsExact}. */
    public long distinct() {
        return estimated == null ? values.size() : Math.max(values.size(), estimated.estimate());
    }

    public boolean distinctIsExact() {
        return estimated == null;
    }

    /** The range where the column's type is a number. */
    public Optional<Range> range() {
        boolean numbers = type() == Type.INTEGER || type() == Type.NUMBER;
        return numbers ? Optional.of(new Range(minimum, maximum, (sum + lost) / present)) : Optional.empty();
    }

    /**
     * The 50 most frequent values, ties by value. Each number of rows is exact; where not all values could be kept, values
     * that appear late in the file may be absent.
     */
    public List<ValueCount> mostFrequent() {
        return IntStream.range(0, values.size())
                .mapToObj(code -> new ValueCount(values.value(code), counts[code]))
                .sorted(Comparator.comparingLong(ValueCount::rows).reversed().thenComparing(ValueCount::value))
                .limit(SHOWN)
                .toList();
    }

    /** Whether {@link #mostFrequent} lists every value. */
    public boolean valuesAreComplete() {
        return estimated == null && values.size() <= SHOWN;
    }
}
