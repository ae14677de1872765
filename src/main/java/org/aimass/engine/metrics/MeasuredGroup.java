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

    /** How sure a defined value is; empty where drawing again tells. */
    Optional<Uncertainty> uncertainty(int metric, double confidence);

    /** Values over rows, or what else is independent, drawn again: by [replicate][metric], NaN where undefined. */
    double[][] replicates(int count, Draws draws);

    /** How the intervals from these are named. */
    String bootstrapMethod();
}
