package org.aimass.engine.metrics;

import java.util.Optional;

/** A group of rows with the values of a list of metrics, how sure they are, and how they vary when rows are drawn again. */
public interface MeasuredGroup {

    long rows();

    /** By metric; NaN where undefined. */
    double[] values();

    /** Why a metric has no value, in lower case. */
    String whyUndefined(int metric);

    /** What a metric is the share of; empty where it is none. */
    Optional<Proportion> proportion(int metric);

    /** The counts that a metric is the quotient of; empty where it is none. */
    default Optional<Fraction> fraction(int metric) {
        return proportion(metric).map(Proportion::fraction);
    }

    /** How sure a defined value is; empty where drawing again tells. */
    Optional<Uncertainty> uncertainty(int metric, double confidence);

    /**
     * How sure the difference to another group of the same slice is; empty where drawing again tells. Groups are independent
     * unless they say otherwise.
     */
    default Optional<Uncertainty> difference(int metric, MeasuredGroup other, double confidence) {
        Optional<Estimate> own = estimate(this, metric, confidence);
        Optional<Estimate> others = estimate(other, metric, confidence);
        return own.isPresent() && others.isPresent()
                ? Optional.of(own.get()
                        .minus(others.get())
                        .around(values()[metric] - other.values()[metric], confidence, "welch"))
                : Optional.empty();
    }

    private static Optional<Estimate> estimate(MeasuredGroup group, int metric, double confidence) {
        return group.uncertainty(metric, confidence)
                .flatMap(known -> known instanceof Interval interval ? interval.estimate() : Optional.empty());
    }

    /**
     * Values over rows, or what else is independent, drawn again: by [replicate][metric], NaN where undefined.
     *
     * @param group tells its draws from those of other groups, where groups are independent
     */
    double[][] replicates(int count, long seed, String group);

    /** How the intervals from these are named. */
    String bootstrapMethod();
}
