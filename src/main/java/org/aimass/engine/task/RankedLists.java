package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Bins;
import org.aimass.engine.metrics.RankingMetrics;

/** All lists of an audit of rankings, each from its first item to its last, with what every place is worth. */
final class RankedLists {

    private final RankingPlan plan;
    private final Map<Integer, Integer> clusterOfList;
    private final int[] cell;
    private final int[] list;
    private final double[] order;
    private final double[] relevance;
    private final double[] line;
    /** By item what its place is worth; items that are tied share theirs. */
    private final double[] exposure;

    private final double[] place;
    /** By [cutoff][item] how much of it lies within. */
    private final double[][] within;
    /** Where each list begins, and the end of the last. */
    private final int[] starts;

    private RankedLists(
            RankingPlan plan,
            Map<Integer, Integer> clusterOfList,
            int[] cell,
            int[] list,
            double[] order,
            double[] relevance,
            double[] line) {
        this.plan = plan;
        this.clusterOfList = clusterOfList;
        this.cell = cell;
        this.list = list;
        this.order = order;
        this.relevance = relevance;
        this.line = line;
        exposure = new double[cell.length];
        place = new double[cell.length];
        within = new double[plan.cutoffs().size()][cell.length];
        starts = starts(list);
        for (int number = 0; number + 1 < starts.length; number++) {
            place(starts[number], starts[number + 1]);
        }
    }

    /** @throws UnusableRows if a rank stands twice in a list */
    static RankedLists of(KeptRows kept, RankingPlan plan, Map<Integer, Integer> clusterOfList) {
        int size = kept.size();
        int[] cell = new int[size];
        int[] list = new int[size];
        double[] order = new double[size];
        double[] relevance = new double[size];
        double[] line = new double[size];
        int[] next = new int[1];
        kept.forEach((itemCell, itemOrder, itemRelevance, itemLine, itemList) -> {
            int at = next[0]++;
            cell[at] = itemCell;
            order[at] = plan.ranked() ? itemOrder : 0.0 - itemOrder;
            relevance[at] = itemRelevance;
            line[at] = itemLine;
            list[at] = itemList;
        });
        int[] sorted = RadixSort.sort(line.clone());
        sorted = then(sorted, order);
        sorted = then(sorted, Arrays.stream(list).asDoubleStream().toArray());
        return new RankedLists(
                plan,
                clusterOfList,
                pick(cell, sorted),
                pick(list, sorted),
                pick(order, sorted),
                pick(relevance, sorted),
                pick(line, sorted));
    }

    /** Stably by another number. */
    private static int[] then(int[] sorted, double[] number) {
        int[] again = RadixSort.sort(pick(number, sorted));
        return pick(sorted, again);
    }

    private static int[] starts(int[] list) {
        int[] starts = new int[list.length + 1];
        int lists = 0;
        for (int item = 0; item < list.length; item++) {
            if (item == 0 || list[item] != list[item - 1]) {
                starts[lists++] = item;
            }
        }
        starts[lists] = list.length;
        return Arrays.copyOf(starts, lists + 1);
    }

    /** Gives each item of a list the worth of its place. */
    private void place(int from, int to) {
        for (int tied = from; tied < to; ) {
            int end = tied + 1;
            while (end < to && order[end] == order[tied]) {
                end++;
            }
            if (plan.ranked() && end - tied > 1) {
                throw new UnusableRows("line " + (long) Math.max(line[tied], line[tied + 1]) + ": the rank "
                        + (long) order[tied] + " stands twice in its list; expected each once");
            }
            long first = plan.ranked() ? (long) order[tied] : tied - from + 1;
            int size = end - tied;
            double worth = 0;
            for (long rank = first; rank < first + size; rank++) {
                worth += discount(rank);
            }
            for (int item = tied; item < end; item++) {
                place[item] = first;
                exposure[item] = worth / size;
                for (int cutoff = 0; cutoff < within.length; cutoff++) {
                    double inside = Math.max(0, Math.min(size, plan.cutoffs().get(cutoff) - first + 1));
                    within[cutoff][item] = inside / size;
                }
            }
            tied = end;
        }
    }

    /**
     * Of each group of a partition what its lists, or clusters of lists, add to the sums of {@link RankingMetrics}.
     *
     * @return by group, of each list or cluster the sums
     */
    List<Map<Integer, double[]>> units(Partition partition, RankingMetrics metrics) {
        int[] sliceOfGroup = partition.sliceOfGroup();
        List<Map<Integer, double[]>> units = new ArrayList<>();
        partition.groups().forEach(group -> units.add(new LinkedHashMap<>()));
        for (int number = 0; number + 1 < starts.length; number++) {
            Map<Integer, double[]> ofGroups = sums(number, partition, metrics);
            Map<Integer, double[]> ofSlices = new HashMap<>();
            ofGroups.forEach((group, sums) ->
                    add(ofSlices.computeIfAbsent(sliceOfGroup[group], slice -> new double[sums.length]), sums));
            int unit = clusterOfList.getOrDefault(list[starts[number]], list[starts[number]]);
            boolean mixed = ofGroups.size() > 1;
            Optional<ListGain> gain = plan.relevant() && !mixed
                    ? ListGain.of(relevance, order, starts[number], starts[number + 1], plan)
                    : Optional.empty();
            ofGroups.forEach((group, sums) -> {
                double[] slice = ofSlices.getOrDefault(sliceOfGroup[group], sums);
                sums[RankingMetrics.ALL_ITEMS] = slice[RankingMetrics.ITEMS];
                sums[RankingMetrics.MIXED] = mixed ? 1 : 0;
                for (int cutoff = 0; cutoff < within.length; cutoff++) {
                    sums[RankingMetrics.allTop(cutoff)] = slice[RankingMetrics.top(cutoff)];
                }
                gain.ifPresent(it -> it.into(sums));
                add(units.get(group).computeIfAbsent(unit, key -> new double[sums.length]), sums);
            });
        }
        return units;
    }

    /** How often each group of a partition has each place; tied items all have the first of the places that they share. */
    List<BinnedRows> places(Partition partition) {
        double[] edges = Bins.edgesOfPlaces();
        int[][] items = new int[partition.groups().size()][];
        int[] sizes = new int[items.length];
        for (int item : cell) {
            sizes[partition.groupOfCell()[item]]++;
        }
        Arrays.setAll(items, group -> new int[sizes[group]]);
        int[] next = new int[items.length];
        for (int item = 0; item < cell.length; item++) {
            int group = partition.groupOfCell()[cell[item]];
            items[group][next[group]++] = item;
        }
        List<BinnedRows> binned = new ArrayList<>();
        for (int group = 0; group < items.length; group++) {
            int[] own = items[group];
            Map<String, String> features = partition.features(partition.groups().get(group));
            binned.add(Bins.bin(features, own.length, item -> place[own[item]], edges));
        }
        return binned;
    }

    /** Of each group in a list the sums over its items. */
    private Map<Integer, double[]> sums(int number, Partition partition, RankingMetrics metrics) {
        Map<Integer, double[]> ofGroups = new TreeMap<>();
        for (int item = starts[number]; item < starts[number + 1]; item++) {
            double[] sums =
                    ofGroups.computeIfAbsent(partition.groupOfCell()[cell[item]], group -> new double[metrics.sums()]);
            sums[RankingMetrics.ITEMS]++;
            sums[RankingMetrics.EXPOSURE] += exposure[item];
            sums[RankingMetrics.RELEVANCE] += relevance[item];
            for (int cutoff = 0; cutoff < within.length; cutoff++) {
                sums[RankingMetrics.top(cutoff)] += within[cutoff][item];
            }
        }
        return ofGroups;
    }

    private static void add(double[] into, double[] sums) {
        for (int sum = 0; sum < sums.length; sum++) {
            into[sum] += sums[sum];
        }
    }

    /**
     * Of each slice of a partition how far the groups' shares of the places from the top stray from their shares of the whole
     * list, list by list: normalized discounted Kullback-Leibler divergence (Geyik et al., KDD 2019), at least 0. Items that are tied stand
     * in the order of the dataset.
     *
     * @return by [slice][list]
     */
    double[][] divergences(Partition partition) {
        int[] sliceOf = partition.sliceOfCell();
        List<List<Double>> found = new ArrayList<>();
        partition.slices().forEach(slice -> found.add(new ArrayList<>()));
        for (int number = 0; number + 1 < starts.length; number++) {
            Map<Integer, List<Integer>> groupsOfSlices = new TreeMap<>();
            for (int item = starts[number]; item < starts[number + 1]; item++) {
                groupsOfSlices
                        .computeIfAbsent(sliceOf[cell[item]], slice -> new ArrayList<>())
                        .add(partition.groupOfCell()[cell[item]]);
            }
            groupsOfSlices.forEach((slice, groups) -> found.get(slice).add(divergence(groups)));
        }
        double[][] divergences = new double[found.size()][];
        Arrays.setAll(divergences, slice -> found.get(slice).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        return divergences;
    }

    private static double divergence(List<Integer> groups) {
        Map<Integer, Integer> all = new HashMap<>();
        groups.forEach(group -> all.merge(group, 1, Integer::sum));
        Map<Integer, Integer> above = new HashMap<>();
        double sum = 0;
        double worth = 0;
        for (int rank = 1; rank <= groups.size(); rank++) {
            above.merge(groups.get(rank - 1), 1, Integer::sum);
            double divergence = 0;
            for (Map.Entry<Integer, Integer> group : above.entrySet()) {
                double share = group.getValue() / (double) rank;
                double expected = all.getOrDefault(group.getKey(), 1) / (double) groups.size();
                divergence += share * StrictMath.log(share / expected);
            }
            sum += discount(rank) * Math.max(0, divergence);
            worth += discount(rank);
        }
        return sum / worth;
    }

    static double discount(long rank) {
        return StrictMath.log(2) / StrictMath.log(1.0 + rank);
    }

    private static double[] pick(double[] from, int[] order) {
        double[] picked = new double[order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }

    private static int[] pick(int[] from, int[] order) {
        int[] picked = new int[order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }
}
