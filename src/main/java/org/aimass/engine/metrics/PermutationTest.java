package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a metric differs between two groups, two-sided, for metrics that are no share of rows, such as the area under the curve: who
 * belongs to which group is permuted (Fisher, The Design of Experiments, 1935; for audits DiCiccio et al., KDD 2020). The
 * chance of a difference at least as large is estimated as (1 + hits) / (1 + permutations), which never understates it (Phipson and
 * Smyth, Statistical Applications in Genetics and Molecular Biology 9, 2010).
 *
 * <p>Rows are taken by stretch of scores and cell of the confusion matrix, with the mean score of both groups' rows there: how many of
 * these are the group's is then a hypergeometric number, exact in distribution, and the cost does not depend on the number
 * of rows. For metrics that condition on the label, rows are permuted within the label. Draws depend on the seed and the name alone.
 *
 * @param permutations how many, at least 1
 * @param seed of all draws
 */
public record PermutationTest(int permutations, long seed) {

    /** Differences that are equal but for rounding are equal. */
    private static final double ROUNDING = 1e-12;

    public PermutationTest {
        if (permutations < 1) {
            throw new IllegalArgumentException("a permutation test has permutations, not " + permutations);
        }
    }

    /**
     * The p-value of each metric, in the order of {@link BaseMetrics#list}; undefined where the metric is, of either group.
     *
     * @param metrics without calibration bins
     * @param group cut by the same edges as the reference
     * @param name tells its draws from those of other pairs
     */
    public List<MetricValue> pValues(BaseMetrics metrics, ScoreCells group, ScoreCells reference, String name) {
        CellTable table = CellTable.pooled(metrics, group, reference);
        Pair pair = new Pair(table, metrics.size());
        double[] masses = new double[table.size()];
        for (int cell = 0; cell < masses.length; cell++) {
            masses[cell] = group.rows(table.stretch(cell), table.outcome(cell));
        }
        double[] observed = pair.differences(masses);
        Draws draws = new Draws(seed, "permutation " + name);
        Membership all = new Membership(table, masses, false);
        Membership withinLabel = new Membership(table, masses, true);
        int[] hits = new int[metrics.size()];
        for (int permutation = 0; permutation < permutations; permutation++) {
            all.draw(draws, masses);
            double[] permuted = pair.differences(masses);
            withinLabel.draw(draws, masses);
            double[] ofLabel = pair.differences(masses);
            for (int metric = 0; metric < hits.length; metric++) {
                double gap = metrics.list().get(metric).givenLabel() ? ofLabel[metric] : permuted[metric];
                // what is undefined after permuting might have been any difference
                hits[metric] += gap < observed[metric] - ROUNDING ? 0 : 1;
            }
        }
        List<MetricValue> values = new ArrayList<>();
        for (int metric = 0; metric < hits.length; metric++) {
            values.add(
                    Double.isNaN(observed[metric])
                            ? MetricValue.undefined("the metric is undefined in the group or in the reference group")
                            : MetricValue.of((1.0 + hits[metric]) / (1.0 + permutations)));
        }
        return values;
    }

    /** How far the metrics of some of a table's rows are from those of all its other rows. */
    private record Pair(CellTable table, int metrics) {

        double[] differences(double[] group) {
            double[] rest = new double[group.length];
            for (int cell = 0; cell < rest.length; cell++) {
                rest[cell] = table.mass(cell) - group[cell];
            }
            double[] differences = new double[metrics];
            double[] others = new double[metrics];
            table.evaluate(group, new double[4], differences);
            table.evaluate(rest, new double[4], others);
            for (int metric = 0; metric < metrics; metric++) {
                differences[metric] = Math.abs(differences[metric] - others[metric]);
            }
            return differences;
        }
    }
}
