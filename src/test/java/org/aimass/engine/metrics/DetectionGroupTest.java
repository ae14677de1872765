package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three images with 2, 1 and 2 cats, of which 1, 1 and 0 are found; a medium dog in the last, found at the lower threshold alone. */
class DetectionGroupTest {

    private static final int[] ONCE = {1, 1, 1};

    private static DetectionShape shape(List<Double> thresholds, List<String> keypoints) {
        return new DetectionShape(
                "iou",
                thresholds,
                List.of(1, 10),
                List.of(new DetectionShape.Area("all", 0, 100), new DetectionShape.Area("large", 50, 100)),
                List.of("cat", "dog"),
                0.25,
                keypoints.isEmpty() ? List.of() : List.of(0.5),
                keypoints);
    }

    private final DetectionMetrics metrics = new DetectionMetrics(shape(List.of(0.5, 0.75), List.of()), false);

    /** Best first: a hit of the first image at both thresholds, an alarm of the third, a hit of the second at 0.5 alone. */
    private static PrecisionCurve cats() {
        return new PrecisionCurve(new int[] {0, 2, 1}, new long[] {3, 0, 1}, new long[] {12, 12, 12}, 2, 2);
    }

    /** A hit of the third image at 0.5, of both areas. */
    private static PrecisionCurve dogs() {
        return new PrecisionCurve(new int[] {2}, new long[] {5}, new long[1], 2, 2);
    }

    private DetectionGroup group(boolean curves) {
        return group(metrics, curves, RECALLS);
    }

    private static final List<DetectionGroup.Recalls> RECALLS = List.of(
            new DetectionGroup.Recalls(0, 0, new int[] {2, 0}, new int[] {2, 2, 0}),
            new DetectionGroup.Recalls(0, 1, new int[] {1, 0}, new int[] {0, 1, 0}),
            new DetectionGroup.Recalls(0, 2, new int[] {2, 0}, new int[] {0, 0, 0}),
            new DetectionGroup.Recalls(1, 2, new int[] {1, 1}, new int[] {1, 1, 1}));

    private static DetectionGroup group(DetectionMetrics of, boolean curves, List<DetectionGroup.Recalls> recalls) {
        FalseAlarms alarms = new FalseAlarms(
                List.of(
                        new FalseAlarms.Ranked(new int[] {2}, new int[] {1}),
                        new FalseAlarms.Ranked(new int[0], new int[0])),
                ONCE,
                2);
        return new DetectionGroup(
                of,
                new ImageDraws(3),
                new DetectionGroup.Content(
                        recalls,
                        new int[] {0, 1, 2},
                        new double[][] {{2, 1, 1, 0, 0}, {1, 0, 1, 0, 0}, {3, 1, 2, 0, 0}},
                        curves ? List.of(cats(), dogs()) : List.of(),
                        alarms,
                        List.of(
                                new FalseAlarms.Ranked(new int[] {0, 1}, new int[] {0, 2}),
                                new FalseAlarms.Ranked(new int[] {2}, new int[] {0}))));
    }

    private int metric(String name, String at) {
        for (int metric = 0; metric < metrics.list().size(); metric++) {
            BaseMetric one = metrics.list().get(metric);
            if (one.name().equals(name) && one.at().toString().equals(at)) {
                return metric;
            }
        }
        throw new AssertionError(metrics.list().toString());
    }

    private double value(DetectionGroup group, String name, String at) {
        return group.values()[metric(name, at)];
    }

    /** Of 5 cats a hit, an alarm and a hit: 1 up to a recall of 1/5, 2/3 up to 2/5. */
    @Test
    void averagesThePrecisionThatIsReachedFromThereOn() {
        double[] averages = cats().averages(ONCE, new long[] {5, 5});
        assertEquals((21 + 20 * 2 / 3.0) / 101, averages[0], 1e-15);
        assertEquals(21 / 101.0, averages[1], 1e-15);
        assertEquals(0, averages[2]);
        assertTrue(Double.isNaN(cats().averages(ONCE, new long[] {5, 0})[3]));
        // the image of the alarm drawn twice, that of the first hit not at all: 1/3 up to a recall of 1/4
        assertEquals(26 / 3.0 / 101, cats().averages(new int[] {0, 1, 2}, new long[] {4, 0})[0], 1e-15);
        assertEquals(1, dogs().averages(ONCE, new long[] {1, 0})[0]);
    }

    @Test
    void averagesOverCategoriesAndThresholds() {
        DetectionGroup group = group(true);
        double cat = (21 + 20 * 2 / 3.0) / 101;
        assertEquals((cat + 1) / 2, value(group, "average_precision", "{iou=0.5, area=all, max_detections=10}"), 1e-15);
        assertEquals(
                (cat + 21 / 101.0 + 1 + 0) / 4,
                value(group, "average_precision", "{iou=0.50:0.75, area=all, max_detections=10}"),
                1e-15);
        assertEquals(
                1 / 2.0, value(group, "average_precision", "{iou=0.50:0.75, area=large, max_detections=10}"), 1e-15);
        assertEquals(
                (3 / 5.0 + 1) / 4,
                value(group, "average_recall", "{iou=0.50:0.75, area=all, max_detections=10}"),
                1e-15);
        assertEquals(
                (2 / 5.0 + 1) / 4,
                value(group, "average_recall", "{iou=0.50:0.75, area=all, max_detections=1}"),
                1e-15);
        assertEquals(1 / 2.0, value(group, "average_recall", "{iou=0.50:0.75, area=large, max_detections=10}"), 1e-15);
    }

    /** One alarm in three images is beyond the seven lowest rates, up to 10^-0.5; 4/5 are missed before, 3/5 in all; of dogs none. */
    @Test
    void averagesTheMissRateOverRates() {
        double cats = Math.exp((7 * Math.log(4 / 5.0) + 2 * Math.log(3 / 5.0)) / 9);
        assertEquals(
                (cats + 1e-10) / 2,
                value(group(true), "log_average_miss_rate", "{iou=0.5, area=all, max_detections=10}"),
                1e-14);
    }

    /** As above, each category by itself: cats at both thresholds, at 0.5 and at 0.75, then dogs. */
    @Test
    void averagesEachCategoryAlone() {
        DetectionMetrics each = new DetectionMetrics(shape(List.of(0.5, 0.75), List.of()), true);
        double[] values = group(each, true, RECALLS).values();
        double cat = (21 + 20 * 2 / 3.0) / 101;
        assertArrayEquals(
                new double[] {(cat + 21 / 101.0) / 2, cat, 21 / 101.0, 1 / 2.0, 1, 0},
                Arrays.copyOfRange(values, values.length - 6, values.length),
                1e-15);
    }

    /** Where nobody sought dogs, cats stand alone in every mean. */
    @Test
    void aCategoryWithoutObjectsIsInNoMean() {
        DetectionGroup cats = group(metrics, true, RECALLS.subList(0, 3));
        assertEquals(
                Math.exp((7 * Math.log(4 / 5.0) + 2 * Math.log(3 / 5.0)) / 9),
                value(cats, "log_average_miss_rate", "{iou=0.5, area=all, max_detections=10}"),
                1e-14);
        assertEquals(
                (21 + 20 * 2 / 3.0) / 101,
                value(cats, "average_precision", "{iou=0.5, area=all, max_detections=10}"),
                1e-15);
        assertEquals(3 / 10.0, value(cats, "average_recall", "{iou=0.50:0.75, area=all, max_detections=10}"), 1e-15);
    }

    @Test
    void aGroupWithoutObjectsSaysSo() {
        DetectionGroup none = new DetectionGroup(
                metrics,
                new ImageDraws(3),
                new DetectionGroup.Content(
                        List.of(),
                        new int[0],
                        new double[0][],
                        List.of(cats(), dogs()),
                        new FalseAlarms(List.of(), ONCE, 0),
                        List.of()));
        assertEquals(0, none.rows());
        for (int metric = 0; metric < metrics.list().size(); metric++) {
            assertEquals(Double.NaN, none.values()[metric]);
            assertEquals("no objects", none.whyUndefined(metric));
        }
        assertEquals("bootstrap_images", none.bootstrapMethod());
    }

    @Test
    void countsObjectsFound() {
        DetectionGroup group = group(false);
        assertEquals(6, group.rows());
        int recall = metric("recall", "{iou=0.5, score=0.25}");
        assertEquals(2 / 6.0, group.values()[recall], 1e-15);
        assertEquals(Optional.of(new Fraction(2, 6)), group.fraction(recall));
        assertEquals(Optional.of(new Fraction(4, 6)), group.fraction(metric("miss_rate", "{iou=0.5, score=0.25}")));
        assertEquals(Optional.empty(), group.fraction(0));
        assertEquals(Optional.empty(), group.proportion(recall));
        assertEquals("a detection that hits nothing belongs to no group of objects", group.whyUndefined(0));
        assertEquals("no objects of that area or category", group(true).whyUndefined(0));
        assertEquals("no such keypoint is labelled", group.whyUndefined(recall));
        assertTrue(Double.isNaN(group.values()[0]));
    }

    /** The first replicate of the seed draws images so often as the same draws say, and values follow. */
    @Test
    void drawsImagesAlikeForAllGroups() {
        double[][] replicates = group(true).replicates(3, 7, "any");
        int[][] times = new ImageDraws(3).times(3, 7);
        int recall = metric("recall", "{iou=0.5, score=0.25}");
        int[] found = {1, 0, 1};
        int[] all = {2, 1, 3};
        for (int replicate = 0; replicate < 3; replicate++) {
            double above = 0;
            double below = 0;
            for (int image = 0; image < 3; image++) {
                above += times[replicate][image] * found[image];
                below += times[replicate][image] * all[image];
            }
            assertEquals(above / below, replicates[replicate][recall], 1e-15);
        }
        assertArrayEquals(replicates, group(true).replicates(3, 7, "other"));
        int[] differing =
                Arrays.stream(new ImageDraws(40).times(1, 7)[0]).distinct().toArray();
        assertTrue(differing.length > 2);
    }

    @Test
    void manyImagesAreDrawnInBlocks() {
        ImageDraws few = new ImageDraws(1_023);
        assertEquals(1_023, few.units());
        assertEquals(1_022, few.unit(1_022));
        ImageDraws many = new ImageDraws(5_000);
        assertEquals(1_024, many.units());
        assertEquals(many.once().length, many.units());
        assertTrue(IntStream.range(0, 5_000).map(many::unit).distinct().count() > 1_000);
        assertTrue(IntStream.range(0, 5_000).map(many::unit).allMatch(unit -> unit >= 0 && unit < 1_024));
    }

    @Test
    void rememberedStopsAreTheSame() {
        FalseAlarms alarms = new FalseAlarms(
                List.of(new FalseAlarms.Ranked(new int[] {0, 1}, new int[] {3, 5})), new int[] {1, 2}, 1);
        int[][] stops = alarms.stops(new int[] {1, 1});
        // one of three images from rate 0.316 on, two of three from 0.56 on
        int end = Integer.MAX_VALUE;
        assertArrayEquals(new int[] {3, 3, 3, 3, 3, 3, 3, 5, end}, stops[0]);
        assertArrayEquals(stops, alarms.stops(0, new int[] {1, 1}));
        assertArrayEquals(stops, alarms.stops(0, new int[] {1, 1}));
        assertArrayEquals(new int[] {5, 5, 5, 5, 5, 5, 5, end, end}, alarms.stops(1, new int[] {0, 1})[0]);
    }

    /** In three images the first alarm is beyond 0.95, the second beyond 1.69; not the third, but the fourth is beyond 3; more say nothing. */
    @Test
    void anAlarmForEachImageIsNotTooMany() {
        FalseAlarms alarms = new FalseAlarms(
                List.of(new FalseAlarms.Ranked(
                        new int[] {0, 1, 2, 0, 1, 2, 0, 1}, new int[] {3, 5, 6, 8, 9, 11, 12, 15})),
                ONCE,
                0);
        assertArrayEquals(new int[] {3, 3, 3, 3, 3, 3, 3, 5, 8}, alarms.stops(ONCE)[0]);
    }

    @Test
    void namesWhatItMeasures() {
        List<String> names = new DetectionMetrics(shape(List.of(0.3), List.of("nose", "tail")), true)
                .list().stream().map(it -> it.name() + it.at()).toList();
        assertEquals(
                List.of(
                        "average_precision{iou=0.3, area=all, max_detections=10}",
                        "average_precision{iou=0.3, area=large, max_detections=10}",
                        "average_recall{iou=0.3, area=all, max_detections=1}",
                        "average_recall{iou=0.3, area=all, max_detections=10}",
                        "average_recall{iou=0.3, area=large, max_detections=10}",
                        "recall{iou=0.3, score=0.25}",
                        "miss_rate{iou=0.3, score=0.25}",
                        "log_average_miss_rate{iou=0.3, area=all, max_detections=10}",
                        "mean_oks{}",
                        "pck{alpha=0.5}",
                        "pck{alpha=0.5, keypoint=nose}",
                        "pck{alpha=0.5, keypoint=tail}",
                        "average_precision{iou=0.3, area=all, max_detections=10, category=cat}",
                        "average_precision{iou=0.3, area=all, max_detections=10, category=dog}"),
                names);
    }

    /** Each is shown alone, too. */
    @Test
    void namesSingleThresholdsThatAreThere() {
        List<String> names = new DetectionMetrics(shape(List.of(0.5, 0.9), List.of()), true)
                .list().stream().map(it -> it.name() + it.at()).toList();
        assertEquals(
                List.of(
                        "average_precision{iou=0.50:0.90, area=all, max_detections=10}",
                        "average_precision{iou=0.5, area=all, max_detections=10}",
                        "average_precision{iou=0.9, area=all, max_detections=10}",
                        "average_precision{iou=0.50:0.90, area=large, max_detections=10}",
                        "average_recall{iou=0.50:0.90, area=all, max_detections=1}",
                        "average_recall{iou=0.50:0.90, area=all, max_detections=10}",
                        "average_recall{iou=0.50:0.90, area=large, max_detections=10}",
                        "recall{iou=0.5, score=0.25}",
                        "miss_rate{iou=0.5, score=0.25}",
                        "log_average_miss_rate{iou=0.5, area=all, max_detections=10}",
                        "average_precision{iou=0.50:0.90, area=all, max_detections=10, category=cat}",
                        "average_precision{iou=0.5, area=all, max_detections=10, category=cat}",
                        "average_precision{iou=0.50:0.90, area=all, max_detections=10, category=dog}",
                        "average_precision{iou=0.5, area=all, max_detections=10, category=dog}"),
                names);
    }

    @Test
    void everySumHasItsPlace() {
        DetectionMetrics posed = new DetectionMetrics(shape(List.of(0.5, 0.75), List.of("nose", "tail")), false);
        assertEquals(10, posed.sums());
        assertEquals(List.of(4, 5, 6), List.of(posed.labelled(0), posed.labelled(1), posed.allLabelled()));
        assertEquals(List.of(7, 8, 9), List.of(posed.near(0, 0), posed.near(0, 1), posed.allNear(0)));
        assertEquals(5, metrics.sums());
        // of keypoints the single thresholds have recalls of their own
        assertEquals(
                List.of(
                        new DetectionMetrics.Recalled(0, List.of(0, 1), 1),
                        new DetectionMetrics.Recalled(0, List.of(0, 1), 10),
                        new DetectionMetrics.Recalled(0, List.of(0), 10),
                        new DetectionMetrics.Recalled(0, List.of(1), 10),
                        new DetectionMetrics.Recalled(1, List.of(0, 1), 10)),
                posed.recalls());
    }

    @Test
    void areasHoldTheirEnds() {
        DetectionShape shape = shape(List.of(0.25, 0.5, 0.75), List.of());
        assertTrue(shape.areas().get(1).holds(50));
        assertTrue(shape.areas().get(1).holds(100));
        assertTrue(!shape.areas().get(1).holds(49.9) && !shape.areas().get(1).holds(100.1));
        assertEquals(1, shape.operating());
        assertEquals(0, shape(List.of(0.7, 0.8), List.of()).operating());
        assertEquals(5, shape.bit(1, 2));
        // 2 areas of 32 thresholds fill the 64 bits
        assertEquals(
                63,
                shape(IntStream.range(1, 33).mapToObj(i -> i / 40.0).toList(), List.of())
                        .bit(1, 31));
        assertThrows(
                IllegalArgumentException.class,
                () -> shape(IntStream.range(1, 34).mapToObj(i -> i / 40.0).toList(), List.of()));
    }
}
