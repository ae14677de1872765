package org.aimass.report.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows from sums when some of their members are unknown. Each sum is a linear equation; an unknown follows when the
 * equations, brought to reduced echelon form, have a row with nothing but it. The numbers themselves do not matter for
 * that. Computed modulo the prime 2^31 - 1, which is exact for coefficients of 1 and -1 but for a chance of about one in a
 * billion, and then errs by finding less to be known.
 *
 * @param <T> what is counted; equal things have equal counts
 */
final class Derivation<T> {

    private static final long PRIME = 2_147_483_647L;

    private final Map<T, Integer> unknown = new LinkedHashMap<>();
    private final List<long[]> rows = new ArrayList<>();

    Derivation(Set<T> unknown) {
        unknown.forEach(each -> this.unknown.put(each, this.unknown.size()));
    }

    /** States that the parts add up to the whole. */
    void sum(T whole, List<T> parts) {
        long[] row = new long[unknown.size()];
        parts.forEach(part -> add(row, part, 1));
        add(row, whole, PRIME - 1);
        rows.add(row);
    }

    private void add(long[] row, T member, long coefficient) {
        Integer index = unknown.get(member);
        if (index != null) {
            row[index] = (row[index] + coefficient) % PRIME;
        }
    }

    /** The unknowns that follow. */
    Set<T> known() {
        reduce();
        List<T> members = List.copyOf(unknown.keySet());
        Set<T> known = new HashSet<>();
        for (long[] row : rows) {
            int filled = 0;
            int last = 0;
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    filled++;
                    last = i;
                }
            }
            if (filled == 1) {
                known.add(members.get(last));
            }
        }
        return known;
    }

    private void reduce() {
        int next = 0;
        for (int column = 0; column < unknown.size() && next < rows.size(); column++) {
            int pivot = next;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < rows.size()) {
                Collections.swap(rows, pivot, next);
                clear(column, rows.get(next));
                next++;
            }
        }
    }

    /** Takes multiples of the pivot's row from all others, so that only it has the column. */
    private void clear(int column, long[] pivot) {
        long inverse = power(pivot[column], PRIME - 2);
        for (int i = 0; i < pivot.length; i++) {
            pivot[i] = pivot[i] * inverse % PRIME;
        }
        for (long[] row : rows) {
            long factor = row[column];
            if (row != pivot && factor != 0) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (row[i] + (PRIME - factor) * pivot[i]) % PRIME;
                }
            }
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left /= 2) {
            if (left % 2 == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
