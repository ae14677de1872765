package org.aimass.engine.metrics;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The subgroups that are formed by the values of a few features of a {@link SliceTable}.
 *
 * @param depth how many features a slice has at most
 * @param list those that are searched; of slices of the same rows the one with the fewest features
 * @param leftOut how many more there are than are searched
 */
record Slices(int depth, List<Slice> list, int leftOut) {

    /** The largest are searched. */
    static final int MOST = 10_000;
    /** Slices have fewer features where all of them together would count combinations more often than this. */
    static final long MOST_MEMBERS = 1_000_000;

    /**
     * One subgroup.
     *
     * @param features value by feature
     * @param combinations the places in the table, ascending
     * @param rows how many there are
     */
    @SuppressWarnings("ArrayRecordComponent") // compared as a buffer only
    record Slice(Map<String, String> features, int[] combinations, long rows) {

        /** Whether all rows of one of the two are rows of the other, as their features tell. */
        boolean nested(Slice other) {
            return features.entrySet().containsAll(other.features.entrySet())
                    || other.features.entrySet().containsAll(features.entrySet());
        }
    }

    /**
     * @param wished how many features a slice has at most, at least 1
     * @param fewest rows in a slice, and in all others together
     */
    static Slices of(SliceTable table, int wished, long fewest) {
        int depth = wished;
        while (depth > 1 && subsets(table.features().size(), depth).size() * (long) table.size() > MOST_MEMBERS) {
            depth--;
        }
        long all = 0;
        for (long[] counts : table.counts()) {
            all += rows(counts);
        }
        Set<IntBuffer> seen = new HashSet<>();
        List<Slice> slices = new ArrayList<>();
        for (List<Integer> subset : subsets(table.features().size(), depth)) {
            for (Slice slice : slices(table, subset)) {
                boolean large = slice.rows >= fewest && all - slice.rows >= fewest;
                if (large && seen.add(IntBuffer.wrap(slice.combinations))) {
                    slices.add(slice);
                }
            }
        }
        int leftOut = Math.max(0, slices.size() - MOST);
        if (leftOut > 0) {
            slices.sort(Comparator.comparingLong(Slice::rows).reversed());
        }
        return new Slices(depth, List.copyOf(slices.subList(0, slices.size() - leftOut)), leftOut);
    }

    /** Every choice of one up to {@code depth} of the features, the smaller ones first. */
    private static List<List<Integer>> subsets(int features, int depth) {
        List<List<Integer>> subsets = new ArrayList<>();
        subsets.add(List.of());
        for (int at = 0; at < subsets.size() && subsets.get(at).size() < depth; at++) {
            List<Integer> subset = subsets.get(at);
            int from = subset.isEmpty() ? 0 : subset.get(subset.size() - 1) + 1;
            for (int feature = from; feature < features; feature++) {
                List<Integer> larger = new ArrayList<>(subset);
                larger.add(feature);
                subsets.add(larger);
            }
        }
        return subsets.subList(1, subsets.size());
    }

    /** The slices by some features, in the order of the table. */
    private static List<Slice> slices(SliceTable table, List<Integer> subset) {
        Map<Map<String, String>, List<Integer>> members = new LinkedHashMap<>();
        for (int combination = 0; combination < table.size(); combination++) {
            members.computeIfAbsent(table.part(combination, subset), part -> new ArrayList<>())
                    .add(combination);
        }
        List<Slice> slices = new ArrayList<>();
        members.forEach((features, combinations) -> slices.add(new Slice(
                features,
                combinations.stream().mapToInt(Integer::intValue).toArray(),
                combinations.stream().mapToLong(at -> rows(table.counts()[at])).sum())));
        return slices;
    }

    private static long rows(long[] counts) {
        return counts[0] + counts[1] + counts[2] + counts[3];
    }
}
