package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aimass.engine.metrics.RatioMetric.Form;

/**
 * One group of rows whose metrics are quotients of sums: their values, how sure they are, and their resampling by row or by what
 * rows belong to, such as the speaker.
 *
 * <p>From {@link #ENOUGH_UNITS} to {@link #DRAWN_SINGLY} clusters the interval of a value is that of drawing them again (percentiles of the
 * bootstrap). Fewer clusters drawn again vary too little (Cameron, Gelbach and Miller, Review of Economics and Statistics 90, 2008), and of many rows the sums
 * are normal: there Student's interval rests on the linearized standard error.
 */
public final class RatioGroup implements MeasuredGroup {

    static final int ENOUGH_UNITS = 20;
    static final int DRAWN_SINGLY = 4_096;

    private final List<RatioMetric> metrics;
    private final RatioRows rows;
    /** By grouping, made when first asked for. */
    private final RatioUnits[] units;

    private final double[] values;

    public RatioGroup(List<RatioMetric> metrics, RatioRows rows) {
        this.metrics = List.copyOf(metrics);
        this.rows = rows;
        units = new RatioUnits[rows.keyings()];
        Arrays.setAll(units, keying -> RatioUnits.of(rows, keying));
        values = new double[metrics.size()];
        Arrays.setAll(values, metric -> value(metrics.get(metric)));
    }

    private double value(RatioMetric metric) {
        RatioUnits own = units[metric.keying()];
        return switch (metric.form()) {
            case COUNTS, SHARE, MEAN ->
                RatioEstimate.value(own.size(), own.column(metric.above()), own.column(metric.below()));
            case MEAN_OF_UNITS -> RatioEstimate.value(own.size(), own.quotient(metric), own.presence(metric));
            case MEDIAN -> rows.weighted() ? Double.NaN : median(rows.quotients(metric));
        };
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    /** How many different units rows belong to. */
    public int units(int keying) {
        return units[keying].size();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        if (rows.size() == 0) {
            return "no rows";
        }
        return metrics.get(metric).form() == Form.MEDIAN && rows.weighted()
                ? "rows have weights"
                : metrics.get(metric).whyUndefined();
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        RatioMetric made = metrics.get(metric);
        RatioUnits own = units[made.keying()];
        return made.isOfSums() && made.form() != Form.MEAN
                ? Optional.of(new Fraction(own.sum(made.above()), own.sum(made.below())))
                : Optional.empty();
    }

    /** Rows with weights or clusters are no simple share. */
    @Override
    public Optional<Proportion> proportion(int metric) {
        RatioMetric made = metrics.get(metric);
        boolean plain = made.form() == Form.SHARE && !rows.weighted() && !rows.clustered(made.keying());
        return plain && !Double.isNaN(values[metric])
                ? fraction(metric)
                        .map(share -> new Proportion(share.numerator(), share.denominator(), share.denominator(), true))
                : Optional.empty();
    }

    private Optional<Estimate> estimate(int metric) {
        RatioMetric made = metrics.get(metric);
        RatioUnits own = units[made.keying()];
        return switch (made.form()) {
            case COUNTS, SHARE, MEAN ->
                RatioEstimate.of(own.size(), own.column(made.above()), own.column(made.below()), values[metric]);
            case MEAN_OF_UNITS -> RatioEstimate.of(own.size(), own.quotient(made), own.presence(made), values[metric]);
            case MEDIAN ->
                rows.clustered(made.keying()) || rows.weighted()
                        ? Optional.empty()
                        : OrderStatistics.estimateOfMedian(rows.quotients(made));
        };
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        RatioMetric made = metrics.get(metric);
        if (made.form() == Form.MEDIAN) {
            return Optional.of(
                    rows.clustered(made.keying())
                            ? new Uncertainty.NoInterval("rows have clusters")
                            : OrderStatistics.median(rows.quotients(made), confidence));
        }
        return isDrawn(made.keying()) && estimate(metric).isPresent()
                ? Optional.empty()
                : Optional.of(student(metric, values[metric], estimate(metric), confidence));
    }

    /** Whether drawing units again tells how sure a value is. */
    private boolean isDrawn(int keying) {
        int size = units[keying].size();
        return rows.clustered(keying) && size >= ENOUGH_UNITS && size <= DRAWN_SINGLY;
    }

    private Uncertainty student(int metric, double value, Optional<Estimate> estimate, double confidence) {
        RatioMetric made = metrics.get(metric);
        String method = rows.clustered(made.keying())
                ? "student_t_clusters"
                : rows.weighted() ? "student_t_weights" : "student_t";
        return estimate.<Uncertainty>map(
                        it -> it.around(value, confidence, method).within(made.least(), made.most()))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike"));
    }

    /**
     * Groups that have units in common, such as speakers with short and long snippets, are not independent: what each unit adds to
     * the difference is taken together.
     */
    @Override
    public Optional<Uncertainty> difference(int metric, MeasuredGroup other, double confidence) {
        RatioGroup reference = (RatioGroup) other;
        double difference = values[metric] - reference.values[metric];
        if (metrics.get(metric).form() == Form.MEDIAN) {
            return Optional.of(
                    rows.clustered(metrics.get(metric).keying()) || rows.weighted()
                            ? new Uncertainty.NoInterval("rows have weights or clusters")
                            : welch(metric, reference, difference, confidence));
        }
        Map<Integer, Double> influences = new TreeMap<>();
        int own = addInfluences(metric, 1, influences);
        int others = reference.addInfluences(metric, -1, influences);
        if (influences.size() == own + others) {
            return Optional.of(welch(metric, reference, difference, confidence));
        }
        Compensated squares = new Compensated();
        influences.values().forEach(influence -> squares.add(influence * influence));
        return Optional.of(RatioEstimate.of(influences.size(), squares.value(), 1)
                .<Uncertainty>map(it -> it.around(difference, confidence, "student_t_clusters"))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two clusters, or all alike")));
    }

    private Uncertainty welch(int metric, RatioGroup reference, double difference, double confidence) {
        Optional<Estimate> own = estimate(metric);
        Optional<Estimate> others = reference.estimate(metric);
        return own.isPresent() && others.isPresent()
                ? own.get().minus(others.get()).around(difference, confidence, "welch")
                : new Uncertainty.NoInterval("a group has fewer than two rows or clusters, or all alike");
    }

    /** By the key of a unit how much it moves the value; answers of how many units. */
    private int addInfluences(int metric, int sign, Map<Integer, Double> ofUnit) {
        RatioMetric made = metrics.get(metric);
        RatioUnits own = units[made.keying()];
        if (!rows.clustered(made.keying())) {
            return 0;
        }
        boolean ofSums = made.isOfSums();
        RatioEstimate.Column above = ofSums ? own.column(made.above()) : own.quotient(made);
        RatioEstimate.Column below = ofSums ? own.column(made.below()) : own.presence(made);
        Compensated all = new Compensated();
        for (int unit = 0; unit < own.size(); unit++) {
            all.add(below.of(unit));
        }
        for (int unit = 0; unit < own.size(); unit++) {
            double influence = (above.of(unit) - values[metric] * below.of(unit)) / all.value();
            ofUnit.merge(own.key(unit), sign * influence, Double::sum);
        }
        return own.size();
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        double[][] replicates = new double[count][values.length];
        for (int keying = 0; keying < units.length; keying++) {
            Draws draws = new Draws(seed, keying == 0 ? group : group + " by " + keying);
            boolean singly = units[keying].size() <= DRAWN_SINGLY;
            if (singly) {
                drawn(keying, draws, replicates);
            }
            for (int metric = 0; metric < values.length; metric++) {
                RatioMetric made = metrics.get(metric);
                if (made.keying() == keying && (!singly || made.form() == Form.MEDIAN)) {
                    normal(metric, draws, replicates);
                }
            }
        }
        return replicates;
    }

    private void drawn(int keying, Draws draws, double[][] replicates) {
        for (double[] replicate : replicates) {
            double[] sums = units[keying].drawn(draws, metrics, keying);
            for (int metric = 0; metric < values.length; metric++) {
                if (metrics.get(metric).keying() == keying) {
                    double below = sums[2 * metric + 1];
                    replicate[metric] = below == 0 ? Double.NaN : sums[2 * metric] / below;
                }
            }
        }
    }

    private void normal(int metric, Draws draws, double[][] replicates) {
        RatioMetric made = metrics.get(metric);
        double error = estimate(metric).map(Estimate::standardError).orElse(Double.NaN);
        for (double[] replicate : replicates) {
            double drawn = values[metric] + draws.normal() * error;
            replicate[metric] = Math.max(made.least(), Math.min(made.most(), drawn));
        }
    }

    @Override
    public String bootstrapMethod() {
        return rows.clustered(0) ? "bootstrap_clusters" : "bootstrap";
    }
}
