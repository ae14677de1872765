package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.aimass.engine.metrics.PairRows;

/** All pairs of an audit of a verification, by score from low to high. */
final class ComparedPairs {

    /** Points of a trade-off lie at so many pairs of a kind, and at ten, a hundred... times as many. */
    private static final long[] POINTS = {1, 2, 3, 5, 7};

    private final PairRows all;
    private final int[] cell;

    private ComparedPairs(PairRows all, int[] cell) {
        this.all = all;
        this.cell = cell;
    }

    static ComparedPairs of(KeptRows kept, boolean ofPeople, boolean weighted) {
        int size = kept.size();
        double[] score = new double[size];
        int[] code = new int[size];
        long[] left = new long[ofPeople ? size : 0];
        long[] right = new long[ofPeople ? size : 0];
        double[] weight = new double[weighted ? size : 0];
        int[] next = new int[1];
        kept.forEachWeighed((pairCode, pairScore, pairLeft, pairRight, pairWeight, none) -> {
            int at = next[0]++;
            code[at] = pairCode;
            score[at] = pairScore;
            if (ofPeople) {
                left[at] = (long) pairLeft;
                right[at] = (long) pairRight;
            }
            if (weighted) {
                weight[at] = pairWeight;
            }
        });
        int[] order = weighted ? settled(score, weight, left, right) : RadixSort.sort(score);
        boolean[] genuine = new boolean[size];
        int[] cell = new int[size];
        for (int pair = 0; pair < size; pair++) {
            genuine[pair] = code[order[pair]] % 2 == 1;
            cell[pair] = code[order[pair]] / 2;
        }
        return new ComparedPairs(
                new PairRows(
                        weighted ? pick(score, order) : score,
                        genuine,
                        pick(left, order),
                        pick(right, order),
                        pick(weight, order)),
                cell);
    }

    /** By score, of equal scores by all else that is added up, so that sums of weights are the same whatever the order of the pairs. */
    private static int[] settled(double[] score, double[] weight, long[] left, long[] right) {
        int[] order = RadixSort.sort(weight.clone());
        for (long[] people : List.of(left, right)) {
            if (people.length > 0) {
                order = then(order, Arrays.stream(people).asDoubleStream().toArray());
            }
        }
        return then(order, score);
    }

    /** Stably by another number. */
    private static int[] then(int[] order, double[] number) {
        int[] again = RadixSort.sort(pick(number, order));
        int[] both = new int[again.length];
        Arrays.setAll(both, i -> order[again[i]]);
        return both;
    }

    /** Nothing where there are no weights. */
    private static double[] pick(double[] from, int[] order) {
        double[] picked = new double[from.length == 0 ? 0 : order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }

    /** Nothing where nobody says who people are. */
    private static long[] pick(long[] from, int[] order) {
        long[] picked = new long[from.length == 0 ? 0 : order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }

    /** The pairs of each group of a partition. */
    List<PairRows> deal(Partition partition) {
        int[] groupOfCell = partition.groupOfCell();
        int[] sizes = new int[partition.groups().size()];
        for (int of : cell) {
            sizes[groupOfCell[of]]++;
        }
        int[][] pairs = new int[sizes.length][];
        Arrays.setAll(pairs, group -> new int[sizes[group]]);
        int[] next = new int[sizes.length];
        for (int pair = 0; pair < cell.length; pair++) {
            int group = groupOfCell[cell[pair]];
            pairs[group][next[group]++] = pair;
        }
        return Arrays.stream(pairs).map(this::pick).toList();
    }

    private PairRows pick(int[] pairs) {
        double[] score = new double[pairs.length];
        boolean[] genuine = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            score[i] = all.score()[pairs[i]];
            genuine[i] = all.genuine()[pairs[i]];
        }
        return new PairRows(
                score, genuine, pick(all.left(), pairs), pick(all.right(), pairs), pick(all.weight(), pairs));
    }

    /**
     * The lowest observed score that no larger a share of the impostor pairs, as they weigh, reaches than the target; infinite where even the
     * highest is reached by too many, NaN without impostor pairs.
     */
    double threshold(double target) {
        return ObservedThreshold.lowest(all.score(), all.genuine(), all.weight(), 0, target);
    }

    private long count(boolean genuine) {
        long count = 0;
        for (boolean pair : all.genuine()) {
            count += pair == genuine ? 1 : 0;
        }
        return count;
    }

    /** Thresholds that show a trade-off where it is rare as well as where it is frequent, ascending. */
    List<Double> tradeOffThresholds() {
        double[] impostor = scores(false);
        double[] genuine = scores(true);
        TreeSet<Double> thresholds = new TreeSet<>();
        for (long point : points(impostor.length)) {
            thresholds.add(impostor[impostor.length - (int) point]);
        }
        for (long point : points(genuine.length)) {
            thresholds.add(genuine[(int) point - 1]);
        }
        return List.copyOf(thresholds);
    }

    private double[] scores(boolean genuine) {
        double[] scores = new double[(int) count(genuine)];
        int next = 0;
        for (int pair = 0; pair < all.size(); pair++) {
            if (all.genuine()[pair] == genuine) {
                scores[next++] = all.score()[pair];
            }
        }
        return scores;
    }

    private static List<Long> points(int most) {
        List<Long> points = new ArrayList<>();
        for (long ten = 1; ten <= most; ten *= 10) {
            for (long point : POINTS) {
                if (point * ten <= most) {
                    points.add(point * ten);
                }
            }
        }
        return points;
    }
}
