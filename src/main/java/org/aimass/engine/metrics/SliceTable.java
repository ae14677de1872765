package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows by every combination of some features' values, in an order that follows from the values alone.
 *
 * @param features their names
 * @param values by combination the value of each feature, ascending
 * @param counts by combination tp, fp, fn, tn
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SliceTable(List<String> features, List<List<String>> values, long[][] counts) {

    /** Features with the most values are left out until there are no more combinations than this. */
    static final int MOST_COMBINATIONS = 5_000;

    private static final Comparator<List<String>> BY_VALUE = (first, second) -> {
        int feature = 0;
        while (feature < first.size() && first.get(feature).equals(second.get(feature))) {
            feature++;
        }
        return feature == first.size() ? 0 : first.get(feature).compareTo(second.get(feature));
    };

    /** @param cells in any order; a combination may come several times */
    static SliceTable of(List<String> names, List<WorstSlices.Cell> cells) {
        List<Integer> kept =
                new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        while (combinations(cells, kept) > MOST_COMBINATIONS) {
            kept.remove(kept.stream()
                    .max(Comparator.comparingLong(feature -> combinations(cells, List.of(feature))))
                    .orElseThrow());
        }
        Map<List<String>, long[]> sums = new TreeMap<>(BY_VALUE);
        for (WorstSlices.Cell cell : cells) {
            long[] sum = sums.computeIfAbsent(project(cell, kept), combination -> new long[4]);
            sum[0] += cell.counts().tp();
            sum[1] += cell.counts().fp();
            sum[2] += cell.counts().fn();
            sum[3] += cell.counts().tn();
        }
        return new SliceTable(
                kept.stream().map(names::get).toList(),
                List.copyOf(sums.keySet()),
                sums.values().toArray(long[][]::new));
    }

    private static long combinations(List<WorstSlices.Cell> cells, List<Integer> features) {
        return cells.stream().map(cell -> project(cell, features)).distinct().count();
    }

    private static List<String> project(WorstSlices.Cell cell, List<Integer> features) {
        return features.stream().map(cell.values()::get).toList();
    }

    /** How many combinations there are. */
    int size() {
        return counts.length;
    }

    /** The values that a combination has of some of the features. */
    Map<String, String> part(int combination, List<Integer> some) {
        Map<String, String> part = new LinkedHashMap<>();
        for (int feature : some) {
            part.put(features.get(feature), values.get(combination).get(feature));
        }
        return part;
    }
}
