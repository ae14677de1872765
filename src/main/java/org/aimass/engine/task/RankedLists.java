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
import org.aimass.engine.metrics.MeanOfUnits;
import org.aimass.engine.metrics.RankingMetrics;

/**
 * All lists of an audit of rankings, each from its first item to its last, with what every place is worth.
 *
 * <p>The weight of an item says how often it counts where it stands: wherever items are averaged or shared out. It moves no item to
 * another place, for a list is what was shown. A list counts as much as its items weigh on average, so that where all items of a list
 * weigh the same it is the list that weighs, and a whole weight stands for as many lists like it.
 */
final class RankedLists {

    private final RankingPlan plan;
    private final Map<Integer, Integer> clusterOfList;
    private final int[] cell;
    private final int[] list;
    private final double[] order;
    private final double[] relevance;
    private final double[] line;
    /** Empty where every item counts once. */
    private final double[] weight;

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
            double[] line,
            double[] weight) {
        this.plan = plan;
        this.clusterOfList = clusterOfList;
        this.cell = cell;
        this.list = list;
        this.order = order;
        this.relevance = relevance;
        this.line = line;
        this.weight = weight;
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
        double[] weight = new double[plan.groups().weighted() ? size : 0];
        int[] next = new int[1];
        kept.forEachWeighed((itemCell, itemOrder, itemRelevance, itemLine, itemWeight, itemList) -> {
            int at = next[0]++;
            cell[at] = itemCell;
            order[at] = plan.ranked() ? itemOrder : 0.0 - itemOrder;
            relevance[at] = itemRelevance;
            line[at] = itemLine;
            list[at] = itemList;
            if (weight.length > 0) {
                weight[at] = itemWeight;
            }
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
                pick(line, sorted),
                weight.length == 0 ? weight : pick(weight, sorted));
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
            double weightOfList = meanWeight(starts[number], starts[number + 1]);
            Optional<ListGain> gain = plan.relevant() && !mixed
                    ? ListGain.of(relevance, order, starts[number], starts[number + 1], plan)
                    : Optional.empty();
            ofGroups.forEach((group, sums) -> {
                double[] slice = ofSlices.getOrDefault(sliceOfGroup[group], sums);
                sums[RankingMetrics.ALL_ITEMS] = slice[RankingMetrics.ITEMS];
                sums[RankingMetrics.MIXED] = mixed && weightOfList > 0 ? 1 : 0;
                for (int cutoff = 0; cutoff < within.length; cutoff++) {
                    sums[RankingMetrics.allTop(cutoff)] = slice[RankingMetrics.top(cutoff)];
                }
                gain.ifPresent(it -> it.into(sums, weightOfList));
                add(units.get(group).computeIfAbsent(unit, key -> new double[sums.length]), sums);
            });
        }
        return units;
    }

    private double weightOf(int item) {
        return weight.length == 0 ? 1 : weight[item];
    }

    private double meanWeight(int from, int to) {
        double sum = 0;
        for (int item = from; item < to; item++) {
            sum += weightOf(item);
        }
        return sum / (to - from);
    }

    /** How many items each group of a partition has, weights aside. */
    int[] sizes(Partition partition) {
        int[] sizes = new int[partition.groups().size()];
        for (int item : cell) {
            sizes[partition.groupOfCell()[item]]++;
        }
        return sizes;
    }

    /** How often, weights aside, each group of a partition has each place; tied items all have the first of the places that they share. */
    List<BinnedRows> places(Partition partition) {
        double[] edges = Bins.edgesOfPlaces();
        int[] sizes = sizes(partition);
        int[][] items = new int[sizes.length][];
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
            double times = weightOf(item);
            sums[RankingMetrics.ITEMS] += times;
            sums[RankingMetrics.EXPOSURE] += times * exposure[item];
            sums[RankingMetrics.RELEVANCE] += times * relevance[item];
            for (int cutoff = 0; cutoff < within.length; cutoff++) {
                sums[RankingMetrics.top(cutoff)] += times * within[cutoff][item];
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
     * in the order of the dataset. Shares are of what items weigh; while nothing weighs yet, nothing strays.
     *
     * @return by slice the mean over lists
     */
    List<MeanOfUnits> divergences(Partition partition) {
        int[] sliceOf = partition.sliceOfCell();
        List<List<Divergence>> found = new ArrayList<>();
        partition.slices().forEach(slice -> found.add(new ArrayList<>()));
        for (int number = 0; number + 1 < starts.length; number++) {
            Map<Integer, List<Integer>> itemsOfSlices = new TreeMap<>();
            for (int item = starts[number]; item < starts[number + 1]; item++) {
                itemsOfSlices
                        .computeIfAbsent(sliceOf[cell[item]], slice -> new ArrayList<>())
                        .add(item);
            }
            itemsOfSlices.forEach((slice, items) -> found.get(slice).add(divergence(items, partition)));
        }
        return found.stream()
                .map(lists -> MeanOfUnits.of(
                        lists.stream().mapToDouble(Divergence::value).toArray(),
                        lists.stream().mapToDouble(Divergence::weight).toArray()))
                .toList();
    }

    /** Of one list, and as much as it weighs. */
    private record Divergence(double value, double weight) {}

    private Divergence divergence(List<Integer> items, Partition partition) {
        Map<Integer, Double> all = new HashMap<>();
        double weightOfAll = 0;
        for (int item : items) {
            all.merge(partition.groupOfCell()[cell[item]], weightOf(item), Double::sum);
            weightOfAll += weightOf(item);
        }
        Map<Integer, Double> above = new HashMap<>();
        double weightAbove = 0;
        double sum = 0;
        double worth = 0;
        for (int rank = 1; rank <= items.size(); rank++) {
            int item = items.get(rank - 1);
            above.merge(partition.groupOfCell()[cell[item]], weightOf(item), Double::sum);
            weightAbove += weightOf(item);
            double divergence = 0;
            for (Map.Entry<Integer, Double> group : above.entrySet()) {
                if (group.getValue() > 0) {
                    double share = group.getValue() / weightAbove;
                    double expected = all.getOrDefault(group.getKey(), 1.0) / weightOfAll;
                    divergence += share * StrictMath.log(share / expected);
                }
            }
            sum += discount(rank) * Math.max(0, divergence);
            worth += discount(rank);
        }
        return new Divergence(sum / worth, weightOfAll / items.size());
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
