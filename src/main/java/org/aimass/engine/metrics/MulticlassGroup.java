package org.aimass.engine.metrics;

import static org.aimass.engine.metrics.MulticlassMetrics.BRIER_SCORE;
import static org.aimass.engine.metrics.MulticlassMetrics.LOG_LOSS;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One group of a classification into several classes: its values, how sure they are, and their resampling. */
public final class MulticlassGroup implements MeasuredGroup {

    /**
     * A mean over the group's rows.
     *
     * @param value NaN where there is none
     */
    public record Mean(double value, Optional<Estimate> estimate) {

        /** Of independent rows. */
        public static Mean of(MeanSums sums, int group) {
            return new Mean(sums.mean(group), sums.estimate(group));
        }
    }

    /**
     * The group's rows one by one, where they come in clusters.
     *
     * @param cell by row its cell of the confusion matrix
     * @param weight by row; null where every row counts once
     * @param cluster by row the code of its cluster
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record ClusteredRows(int[] cell, double @Nullable [] weight, int[] cluster) {

        private double weightOf(int row) {
            return weight == null ? 1 : weight[row];
        }

        private int[] slots() {
            return ClusterSlots.of(cluster.length, row -> cluster[row]);
        }

        private Resampling resampling(int cells, Draws draws) {
            return Resampling.clusters(ClusterTotals.shuffled(slots(), cells, row -> cell[row], this::weightOf, draws));
        }

        /** The mean of a number of each row. */
        public Mean mean(double[] value) {
            int[] slots = slots();
            int count = ClusterSlots.count(slots);
            ExactSums sums = new ExactSums(2 * count);
            for (int row = 0; row < slots.length; row++) {
                sums.add(2 * slots[row], weightOf(row) * value[row]);
                sums.add(2 * slots[row] + 1, weightOf(row));
            }
            ExactSums all = new ExactSums(2);
            for (int slot = 0; slot < count; slot++) {
                all.merge(0, sums, 2 * slot);
                all.merge(1, sums, 2 * slot + 1);
            }
            double mean = all.value(1) == 0 ? Double.NaN : all.value(0) / all.value(1);
            ExactSums squares = new ExactSums(1);
            for (int slot = 0; slot < count; slot++) {
                double deviation = sums.value(2 * slot) - mean * sums.value(2 * slot + 1);
                squares.add(0, Double.isNaN(deviation) ? 0 : deviation * deviation);
            }
            return new Mean(mean, RatioEstimate.of(count, squares.value(0), all.value(1)));
        }
    }

    private final ConfusionCells cells;
    private final @Nullable ClusteredRows clusters;
    private final List<Mean> means;
    private final double[] values;

    /**
     * @param clusters null where rows are independent
     * @param means the log loss and the Brier score; empty where classes have no probabilities
     */
    public MulticlassGroup(ConfusionCells cells, @Nullable ClusteredRows clusters, List<Mean> means) {
        this.cells = cells;
        this.clusters = clusters;
        this.means = List.copyOf(means);
        values = new double[LOG_LOSS + means.size()];
        MulticlassMetrics.evaluate(cells.classes(), cells.truth(), cells.answer(), cells.mass(), values);
        for (int mean = 0; mean < means.size(); mean++) {
            values[LOG_LOSS + mean] = means.get(mean).value();
        }
    }

    public ConfusionCells cells() {
        return cells;
    }

    @Override
    public long rows() {
        return cells.rows();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return MulticlassMetrics.whyUndefined(metric, cells.total() == 0);
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return Optional.empty();
    }

    /** Of the means; the bootstrap's of the rest. */
    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        if (metric < LOG_LOSS) {
            return Optional.empty();
        }
        String method =
                clusters != null ? "student_t_clusters" : cells.squares() != null ? "student_t_weights" : "student_t";
        return Optional.of(means.get(metric - LOG_LOSS)
                .estimate()
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, method)
                        .within(0, metric == BRIER_SCORE ? highestBrier() : Double.POSITIVE_INFINITY))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike")));
    }

    /** 2 where probabilities add up to 1; answers of models that rate each class alone may be off by 1 for every class. */
    private double highestBrier() {
        return values[BRIER_SCORE] > 2 ? cells.classes() : 2;
    }

    /** How the cells are drawn again. */
    Resampling resampling(Draws draws) {
        return clusters == null
                ? Resampling.rows(cells.size(), cell -> cells.mass()[cell], cell -> true, cells.drawn())
                : clusters.resampling(cells.size(), draws);
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        Draws draws = new Draws(seed, group);
        Resampling resampling = resampling(draws);
        double[][] replicates = new double[count][values.length];
        double[] masses = new double[cells.size()];
        for (double[] replicate : replicates) {
            resampling.draw(draws, masses);
            MulticlassMetrics.evaluate(cells.classes(), cells.truth(), cells.answer(), masses, replicate);
            for (int metric = LOG_LOSS; metric < replicate.length; metric++) {
                double step = draws.normal();
                replicate[metric] = means.get(metric - LOG_LOSS)
                                .estimate()
                                .map(estimate -> step * estimate.standardError())
                                .orElse(Double.NaN)
                        + values[metric];
            }
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return clusters != null
                ? "bootstrap_clusters"
                : cells.squares() == null ? "bootstrap" : "bootstrap_effective_rows";
    }
}
