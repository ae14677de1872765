package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.ConfusionCells;
import org.aimass.engine.metrics.ExactSums;
import org.aimass.engine.metrics.MeanSums;
import org.aimass.engine.metrics.MulticlassGroup;
import org.jspecify.annotations.Nullable;

/** All that an audit of several classes has counted, ready to be read group by group. */
final class MulticlassData {

    /** So many classes are held against the rest by their counts: those with most rows. */
    private static final int MOST_SPLITS = 50;

    private final MulticlassPlan plan;
    private final CellIndex cells;
    private final long[] counts;
    private final @Nullable ExactSums weights;
    private final @Nullable MeanSums losses;
    private final @Nullable MeanSums briers;
    private final @Nullable ClusteredLosses clustered;
    private final int[] places;
    private final int features;

    /**
     * @param cells by features, truth and answer
     * @param kept null where rows are independent, or too many
     * @param places by code of a class its place in the order shown
     */
    MulticlassData(
            MulticlassPlan plan,
            CellIndex cells,
            long[] counts,
            @Nullable ExactSums weights,
            @Nullable MeanSums losses,
            @Nullable MeanSums briers,
            @Nullable KeptRows kept,
            int[] places) {
        this.plan = plan;
        this.cells = cells;
        this.counts = counts;
        this.weights = weights;
        this.losses = losses;
        this.briers = briers;
        this.places = places;
        clustered = kept == null ? null : ClusteredLosses.of(kept, plan.groups().weighted());
        features = plan.groups().features();
    }

    /** Whether rows come in clusters that were too many to keep. */
    boolean clustersLost() {
        return plan.groups().clustered() && clustered == null;
    }

    int classes() {
        return places.length;
    }

    /** Codes, in the order shown. */
    List<Integer> classesHeldAgainstTheRest() {
        Comparator<Integer> byPlace = Comparator.comparing(each -> places[each]);
        List<Integer> all =
                IntStream.range(0, places.length).boxed().sorted(byPlace).toList();
        if (plan.splitsWhileCounting()) {
            return all;
        }
        if (plan.groups().clustered()) {
            return List.of();
        }
        long[] rows = new long[places.length];
        for (int cell = 0; cell < cells.size(); cell++) {
            rows[cells.code(cell, features)] += counts[cell];
            rows[cells.code(cell, features + 1)] += counts[cell];
        }
        return all.stream()
                .sorted(Comparator.comparing((Integer each) -> -rows[each]).thenComparing(byPlace))
                .limit(MOST_SPLITS)
                .sorted(byPlace)
                .toList();
    }

    /** The groups of a partition, in its order. */
    List<MulticlassGroup> groups(Partition partition) {
        int size = partition.groups().size();
        List<Map<Integer, Integer>> slots = new ArrayList<>();
        IntStream.range(0, size).forEach(group -> slots.add(new TreeMap<>()));
        for (int cell = 0; cell < cells.size(); cell++) {
            slots.get(partition.groupOfCell()[cell]).put(key(cell), 0);
        }
        List<Gathered> gathered = new ArrayList<>();
        for (Map<Integer, Integer> keys : slots) {
            int[] next = new int[1];
            keys.replaceAll((key, slot) -> next[0]++);
            gathered.add(new Gathered(keys));
        }
        MeanSums lossOf = new MeanSums(losses == null ? 0 : size);
        MeanSums brierOf = new MeanSums(briers == null ? 0 : size);
        for (int cell = 0; cell < cells.size(); cell++) {
            int group = partition.groupOfCell()[cell];
            gathered.get(group).add(cell);
            if (losses != null && briers != null) {
                lossOf.merge(group, losses, cell);
                brierOf.merge(group, briers, cell);
            }
        }
        int[][] rows = clustered == null ? new int[size][] : clustered.rowsOf(partition.groupOfCell(), size);
        return IntStream.range(0, size)
                .mapToObj(group -> gathered.get(group).group(means(lossOf, brierOf, group), rows[group]))
                .toList();
    }

    private List<MulticlassGroup.Mean> means(MeanSums lossOf, MeanSums brierOf, int group) {
        return losses == null
                ? List.of()
                : List.of(MulticlassGroup.Mean.of(lossOf, group), MulticlassGroup.Mean.of(brierOf, group));
    }

    /** Truth and answer in one number, in the order shown. */
    private int key(int cell) {
        return places[cells.code(cell, features)] * places.length + places[cells.code(cell, features + 1)];
    }

    /** A group's confusion matrix in the making. */
    private final class Gathered {

        private final Map<Integer, Integer> slots;
        private final long[] rows;
        private final ExactSums sums;

        Gathered(Map<Integer, Integer> slots) {
            this.slots = slots;
            rows = new long[slots.size()];
            sums = new ExactSums(weights == null ? 0 : 2 * slots.size());
        }

        void add(int cell) {
            int slot = slots.getOrDefault(key(cell), -1);
            rows[slot] += counts[cell];
            if (weights != null) {
                sums.merge(2 * slot, weights, 2 * cell);
                sums.merge(2 * slot + 1, weights, 2 * cell + 1);
            }
        }

        /** @param clusteredRows null where rows are independent */
        MulticlassGroup group(List<MulticlassGroup.Mean> means, int @Nullable [] clusteredRows) {
            int[] keys = slots.keySet().stream().mapToInt(Integer::intValue).toArray();
            double[] mass = new double[keys.length];
            double[] squares = new double[keys.length];
            Arrays.setAll(mass, slot -> weights == null ? rows[slot] : sums.value(2 * slot));
            Arrays.setAll(squares, slot -> weights == null ? 0 : sums.value(2 * slot + 1));
            ConfusionCells matrix = new ConfusionCells(
                    places.length,
                    Arrays.stream(keys).map(key -> key / places.length).toArray(),
                    Arrays.stream(keys).map(key -> key % places.length).toArray(),
                    mass,
                    weights == null ? null : squares,
                    rows);
            ClusteredLosses one = clustered;
            if (one == null || clusteredRows == null) {
                return new MulticlassGroup(matrix, null, means);
            }
            MulticlassGroup.ClusteredRows picked = one.pick(clusteredRows, cell -> slots.getOrDefault(key(cell), -1));
            return new MulticlassGroup(
                    matrix,
                    picked,
                    plan.scored()
                            ? List.of(picked.mean(one.losses(clusteredRows)), picked.mean(one.briers(clusteredRows)))
                            : List.of());
        }
    }
}
