package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** The bootstrap's values of one group. */
public final class Replicates {

    private final double[][] values;
    private final double[][] confusion;
    private final double[][] confusionGivenLabel;

    private Replicates(double[][] values, double[][] confusion, double[][] confusionGivenLabel) {
        this.values = values;
        this.confusion = confusion;
        this.confusionGivenLabel = confusionGivenLabel;
    }

    static Replicates of(
            CellTable table,
            BaseMetrics metrics,
            int replicates,
            Draws draws,
            Resampling withinGroup,
            Resampling withinLabel) {
        double[][] values = new double[replicates][];
        double[][] confusion = new double[replicates][4];
        double[][] givenLabel = new double[replicates][4];
        double[] masses = new double[table.size()];
        double[] ofLabel = new double[metrics.size()];
        boolean[] conditional = new boolean[metrics.size()];
        for (int metric = 0; metric < conditional.length; metric++) {
            conditional[metric] = metrics.list().get(metric).givenLabel();
        }
        for (int replicate = 0; replicate < replicates; replicate++) {
            values[replicate] = new double[metrics.size()];
            withinGroup.draw(draws, masses);
            table.evaluate(masses, confusion[replicate], values[replicate]);
            withinLabel.draw(draws, masses);
            table.evaluate(masses, givenLabel[replicate], ofLabel);
            for (int metric = 0; metric < conditional.length; metric++) {
                if (conditional[metric]) {
                    values[replicate][metric] = ofLabel[metric];
                }
            }
        }
        return new Replicates(values, confusion, givenLabel);
    }

    public int size() {
        return values.length;
    }

    /** The metrics of one replicate, NaN where undefined. */
    double[] values(int replicate) {
        return values[replicate];
    }

    /** tp, fp, fn, tn of one replicate of rows drawn within the group. */
    public double[] confusion(int replicate) {
        return confusion[replicate];
    }

    /** tp, fp, fn, tn of one replicate of rows drawn within group and label. */
    double[] confusionGivenLabel(int replicate) {
        return confusionGivenLabel[replicate];
    }

    /** One metric over all replicates. */
    public double[] of(int metric) {
        return Arrays.stream(values).mapToDouble(replicate -> replicate[metric]).toArray();
    }

    /** A function of tp, fp, fn, tn of rows drawn within the group, over all replicates. */
    public double[] ofConfusion(ToDoubleFunction<double[]> function) {
        return Arrays.stream(confusion).mapToDouble(function).toArray();
    }

    /** A function of this group's metrics and the other's, over all replicates. */
    public double[] combined(Replicates other, ToDoubleBiFunction<double[], double[]> function) {
        double[] combined = new double[values.length];
        Arrays.setAll(combined, replicate -> function.applyAsDouble(values[replicate], other.values[replicate]));
        return combined;
    }
}
