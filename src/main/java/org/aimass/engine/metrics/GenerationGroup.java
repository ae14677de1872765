package org.aimass.engine.metrics;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One group of generated images: its values, how sure they are, and their resampling by image or by person. */
public final class GenerationGroup implements MeasuredGroup {

    private static final int MOST_UNITS = 4_096;

    private final GenerationMetrics metrics;
    private final boolean ofPeople;
    private final boolean weighted;
    private final long rows;
    private final SortedMap<Long, double[]> units;
    private final double[] sums;
    private final double[] values;

    /**
     * @param units by person, or by image, what it adds to the sums of {@link GenerationMetrics}, times its weight
     * @param weighted whether images have weights
     * @param rows how many images were asked for, weights aside
     */
    public GenerationGroup(
            GenerationMetrics metrics, SortedMap<Long, double[]> units, boolean ofPeople, boolean weighted, long rows) {
        this.metrics = metrics;
        this.ofPeople = ofPeople;
        this.weighted = weighted;
        this.rows = rows;
        this.units = units;
        sums = new double[metrics.sums()];
        for (int sum = 0; sum < sums.length; sum++) {
            Compensated total = new Compensated();
            for (double[] unit : units.values()) {
                total.add(unit[sum]);
            }
            sums[sum] = total.value();
        }
        values = new double[metrics.list().size()];
        metrics.evaluate(sums, values);
    }

    /** Of images that count once each. */
    GenerationGroup(GenerationMetrics metrics, SortedMap<Long, double[]> units, boolean ofPeople) {
        this(metrics, units, ofPeople, false, asked(units));
    }

    private static long asked(SortedMap<Long, double[]> units) {
        return (long) units.values().stream()
                .mapToDouble(unit -> unit[GenerationMetrics.ASKED])
                .sum();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return rows > 0 && sums[GenerationMetrics.ASKED] == 0 ? "all weights are 0" : metrics.whyUndefined(metric);
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return ofPeople ? Optional.empty() : fraction(metric).map(share -> proportion(metric, share));
    }

    private Proportion proportion(int metric, Fraction share) {
        if (!weighted) {
            return new Proportion(share.numerator(), share.denominator(), share.denominator(), true);
        }
        Compensated above = new Compensated();
        Compensated below = new Compensated();
        long some = 0;
        for (double[] unit : units.values()) {
            double[] quotient = metrics.quotient(metric, unit);
            above.add(quotient[0] * quotient[0]);
            below.add(quotient[1] * quotient[1]);
            some += quotient[1] > 0 ? 1 : 0;
        }
        return Proportion.weighted(share.numerator(), share.denominator(), above.value(), below.value(), some);
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        if (!metrics.isShare(metric) || Double.isNaN(values[metric])) {
            return Optional.empty();
        }
        double[] quotient = metrics.quotient(metric, sums);
        return Optional.of(new Fraction(quotient[0], quotient[1]));
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        if (!metrics.isLinear(metric)) {
            return Optional.empty();
        }
        String method = ofPeople ? "student_t_clusters" : weighted ? "student_t_weights" : "student_t";
        return Optional.of(estimate(metric)
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, method))
                .orElseGet(() -> new Uncertainty.NoInterval(
                        ofPeople ? "fewer than two clusters, or all alike" : "fewer than two images, or all alike")));
    }

    private Optional<Estimate> estimate(int metric) {
        Compensated squares = new Compensated();
        long counted = 0;
        for (double[] unit : units.values()) {
            double influence = metrics.influence(metric, sums, values[metric], unit);
            squares.add(influence * influence);
            counted += metrics.quotient(metric, unit)[1] > 0 ? 1 : 0;
        }
        return RatioEstimate.of(counted, squares.value(), 1);
    }

    /** Each image or person with a multiplicity of its own, which is the same in every group; of many, many together. */
    @Override
    public double[][] replicates(int count, long seed, String group) {
        boolean many = units.size() > MOST_UNITS;
        TreeMap<Long, double[]> blocks = new TreeMap<>();
        units.forEach((key, unit) -> {
            double[] block = blocks.computeIfAbsent(
                    many ? Draws.mix(key) & (MOST_UNITS - 1) : key, it -> new double[unit.length]);
            for (int sum = 0; sum < block.length; sum++) {
                block[sum] += unit[sum];
            }
        });
        long[] keys = blocks.keySet().stream().mapToLong(Long::longValue).toArray();
        List<double[]> drawable = List.copyOf(blocks.values());
        double[][] replicates = new double[count][values.length];
        for (int replicate = 0; replicate < count; replicate++) {
            double[] drawn = new double[sums.length];
            long stream = PersonDraws.stream(seed, replicate);
            for (int block = 0; block < keys.length; block++) {
                int times = PersonDraws.times(stream, keys[block]);
                double[] unit = drawable.get(block);
                for (int sum = 0; times > 0 && sum < drawn.length; sum++) {
                    drawn[sum] += times * unit[sum];
                }
            }
            metrics.evaluate(drawn, replicates[replicate]);
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return ofPeople ? "bootstrap_clusters" : "bootstrap";
    }
}
