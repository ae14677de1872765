package org.aimass.engine.metrics;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One group of images or of objects: its values, and their resampling by image. */
public final class DetectionGroup implements MeasuredGroup {

    /**
     * What the objects of one category add up to in one unit.
     *
     * @param objects by area how many there are
     * @param hits by recall and summed over its thresholds how many are found
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Recalls(int category, int unit, int[] objects, int[] hits) {}

    /**
     * All that was counted of a group.
     *
     * @param recalls in any order
     * @param units that hold objects
     * @param sums by these those of {@link DetectionMetrics}
     * @param curves by category; empty where the groups are of objects, for what hits none belongs to no group of these
     * @param alarms of all images that the group could be seen in
     * @param hits by category
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Content(
            List<Recalls> recalls,
            int[] units,
            double[][] sums,
            List<PrecisionCurve> curves,
            FalseAlarms alarms,
            List<FalseAlarms.Ranked> hits) {}

    private final DetectionMetrics metrics;
    private final ImageDraws images;
    private final Content content;
    private final double[] totals;
    private final double[] values;

    /** @param images of the whole audit */
    public DetectionGroup(DetectionMetrics metrics, ImageDraws images, Content content) {
        this.metrics = metrics;
        this.images = images;
        this.content = content;
        int[] once = images.once();
        totals = totals(once);
        values = evaluate(once, totals, content.alarms.stops(once));
    }

    @Override
    public long rows() {
        return (long) totals[DetectionMetrics.OBJECTS];
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        if (metrics.formulas().get(metric) instanceof DetectionMetrics.Precision && content.curves.isEmpty()) {
            return "a detection that hits nothing belongs to no group of objects";
        }
        if (rows() == 0) {
            return "no objects";
        }
        return metrics.formulas().get(metric) instanceof DetectionMetrics.Share
                ? "no such keypoint is labelled"
                : "no objects of that area or category";
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return Optional.empty();
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        return metrics.formulas().get(metric) instanceof DetectionMetrics.Share share && share.counted()
                ? Optional.of(new Fraction(totals[share.above()], totals[share.below()]))
                : Optional.empty();
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return Optional.empty();
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        int[][] times = images.times(count, seed);
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(replicate -> evaluate(
                        times[replicate], totals(times[replicate]), content.alarms.stops(replicate, times[replicate])))
                .toArray(double[][]::new);
    }

    @Override
    public String bootstrapMethod() {
        return "bootstrap_images";
    }

    private double[] totals(int[] times) {
        double[] sums = new double[metrics.sums()];
        for (int sum = 0; sum < sums.length; sum++) {
            Compensated total = new Compensated();
            for (int unit = 0; unit < content.units.length; unit++) {
                total.add(times[content.units[unit]] * content.sums[unit][sum]);
            }
            sums[sum] = total.value();
        }
        return sums;
    }

    private double[] evaluate(int[] times, double[] sums, int[][] stops) {
        int categories = metrics.shape().categories().size();
        long[][] objects = new long[categories][metrics.shape().areas().size()];
        long[][] found = new long[categories][metrics.recalls().size()];
        for (Recalls recalls : content.recalls) {
            add(recalls.objects, times[recalls.unit], objects[recalls.category]);
            add(recalls.hits, times[recalls.unit], found[recalls.category]);
        }
        double[][] precision = precision(times, objects);
        double[] all = new double[metrics.formulas().size()];
        for (int metric = 0; metric < all.length; metric++) {
            DetectionMetrics.Formula formula = metrics.formulas().get(metric);
            if (formula instanceof DetectionMetrics.Precision averaged) {
                all[metric] = precision(averaged, precision, objects);
            } else if (formula instanceof DetectionMetrics.Recall recall) {
                all[metric] = recall(recall.number(), found, objects);
            } else if (formula instanceof DetectionMetrics.MissRate) {
                all[metric] = missRate(times, stops, objects);
            } else if (formula instanceof DetectionMetrics.Share share) {
                all[metric] = sums[share.below()] > 0 ? sums[share.above()] / sums[share.below()] : Double.NaN;
            }
        }
        return all;
    }

    private static void add(int[] counts, int times, long[] sums) {
        for (int i = 0; times > 0 && i < counts.length; i++) {
            sums[i] += (long) times * counts[i];
        }
    }

    /** By category and bit of area and threshold; NaN where there are no objects. */
    private double[][] precision(int[] times, long[][] objects) {
        double[][] precision = new double[content.curves.size()][];
        for (int category = 0; category < precision.length; category++) {
            precision[category] = content.curves.get(category).averages(times, objects[category]);
        }
        return precision;
    }

    private double precision(DetectionMetrics.Precision metric, double[][] precision, long[][] objects) {
        double sum = 0;
        int counted = 0;
        for (int category = 0; category < precision.length; category++) {
            boolean asked = metric.category() < 0 || metric.category() == category;
            if (asked && objects[category][metric.area()] > 0) {
                for (int threshold : metric.thresholds()) {
                    sum += precision[category][metrics.shape().bit(metric.area(), threshold)];
                    counted++;
                }
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    private double recall(int number, long[][] found, long[][] objects) {
        DetectionMetrics.Recalled recalled = metrics.recalls().get(number);
        double sum = 0;
        int counted = 0;
        for (int category = 0; category < objects.length; category++) {
            long all = objects[category][recalled.area()];
            if (all > 0) {
                sum += (double) found[category][number] / all;
                counted += recalled.thresholds().size();
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    private double missRate(int[] times, int[][] stops, long[][] objects) {
        double sum = 0;
        int counted = 0;
        for (int category = 0; category < objects.length; category++) {
            if (objects[category][0] > 0) {
                sum += FalseAlarms.missRate(content.hits.get(category), stops[category], times, objects[category][0]);
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}
