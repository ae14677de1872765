package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aimass.engine.metrics.DetectionShape;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.TaskOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two images. By day two cats, found with scores 0.9 (all of the first) and 0.8 (0.8 of the second), and a false alarm at 0.85; by
 * night a cat, found at 0.7 (0.6 of it), and a dog of 50 x 50 pixels, not found. The second cat's fur is short.
 */
class DetectionTest {

    private static final Map<String, String> ALL = Map.of();
    private static final Map<String, String> DAY = Map.of("light", "day");
    private static final Map<String, String> NIGHT = Map.of("light", "night");
    private static final Map<String, String> LONG = Map.of("fur", "long");
    private static final Map<String, String> SHORT = Map.of("fur", "short");
    private static final List<List<String>> VALUES = List.of(List.of("day", "night"), List.of("long", "short"));

    /** Of the seven lowest of nine rates nothing behind the false alarm counts; nothing missed counts as 10^-10. */
    private static final double LEAST = 1e-10;

    private static DetectionPlan plan(DetectionShape shape, List<Double> sigmas) {
        GroupPlan groups = new GroupPlan(
                List.of("light", "fur"),
                List.of(List.of("light", "fur")),
                List.of(),
                Map.of("fur", "long"),
                false,
                false,
                0.95,
                60,
                7,
                2);
        return new DetectionPlan(groups, List.of(true, false), shape, sigmas);
    }

    private static DetectionShape boxes() {
        return new DetectionShape(
                "iou",
                List.of(0.5, 0.75),
                List.of(1, 100),
                List.of(new DetectionShape.Area("all", 0, 1e10), new DetectionShape.Area("medium", 1024, 9216)),
                List.of("cat", "dog"),
                0.7,
                List.of(),
                List.of());
    }

    private static DetectedImage.Things objects(int[] category, double... box) {
        return things(category, box, new boolean[category.length], new double[0]);
    }

    private static DetectedImage.Things detections(int[] category, double[] score, double... box) {
        return things(category, box, new boolean[category.length], score);
    }

    private static DetectedImage.Things things(int[] category, double[] box, boolean[] crowd, double[] score) {
        double[] area = new double[category.length];
        for (int i = 0; i < area.length; i++) {
            area[i] = box[4 * i + 2] * box[4 * i + 3];
        }
        return new DetectedImage.Things(category, box, area, new double[0], new boolean[category.length], crowd, score);
    }

    private static Found found() {
        Detection detection = new Detection(plan(boxes(), List.of()));
        detection.add(new DetectedImage(
                1,
                new int[] {1, 0},
                objects(new int[] {0, 1}, 0, 0, 10, 10, 100, 100, 50, 50),
                new int[][] {{1, 1}, {0, 0}},
                detections(new int[] {0}, new double[] {0.7}, 0, 0, 10, 6)));
        detection.add(new DetectedImage(
                0,
                new int[] {0, 0},
                objects(new int[] {0, 0}, 0, 0, 10, 10, 20, 0, 10, 10),
                new int[][] {{0, 0}, {0, 1}},
                detections(
                        new int[] {0, 0, 0},
                        new double[] {0.8, 0.9, 0.85},
                        20,
                        0,
                        10,
                        8,
                        0,
                        0,
                        10,
                        10,
                        50,
                        50,
                        10,
                        10)));
        return new Found(detection.outcome(VALUES));
    }

    private final Found found = found();

    private static Map<String, Object> at(Object iou, String area, int most) {
        return Map.of("iou", iou, "area", area, "max_detections", most);
    }

    private static Map<String, Object> at(Object iou, String category) {
        return Map.of("iou", iou, "area", "all", "max_detections", 100, "category", category);
    }

    /** At 0.5: hit, alarm, hit, hit of 3: precision 1 up to a recall of 1/3, then 3/4. At 0.75 the last is an alarm. */
    @Test
    void averagesPrecisionOverRecalls() {
        double half = (34 + 67 * 0.75) / 101;
        double strict = (34 + 33 * 2 / 3.0) / 101;
        assertEquals(half, value(found.of("average_precision", ALL, at(0.5, "cat"))), 1e-15);
        assertEquals(strict, value(found.of("average_precision", ALL, at(0.75, "cat"))), 1e-15);
        assertEquals(0, value(found.of("average_precision", ALL, at(0.5, "dog"))));
        assertEquals((half + strict) / 2, value(found.of("average_precision", ALL, at("0.50:0.75", "cat"))), 1e-15);
        assertEquals(half / 2, value(found.of("average_precision", ALL, at(0.5, "all", 100))), 1e-15);
        assertEquals(0, value(found.of("average_precision", ALL, at("0.50:0.75", "medium", 100))));
    }

    @Test
    void groupsOfImagesHaveTheirOwnPrecision() {
        double day = (51 + 50 * 2 / 3.0) / 101;
        assertEquals(day, value(found.of("average_precision", DAY, at(0.5, "all", 100))), 1e-15);
        assertEquals(1 / 2.0, value(found.of("average_precision", NIGHT, at(0.5, "all", 100))), 1e-15);
        assertEquals(1, value(found.of("average_precision", NIGHT, at(0.5, "cat"))), 1e-15);
        assertEquals(
                "no objects of that area or category",
                undefined(found.of("average_precision", DAY, at("0.50:0.75", "medium", 100))));
        Measurement gap = found.only(
                "average_precision_difference",
                ALL,
                List.of("light"),
                Optional.of(new Measurement.Pair("night", "day")),
                at(0.5, "all", 100));
        assertEquals(1 / 2.0 - day, value(gap), 1e-15);
    }

    @Test
    void averagesRecallOverCategories() {
        assertEquals((1 + 2 / 3.0) / 4, value(found.of("average_recall", ALL, at("0.50:0.75", "all", 100))), 1e-15);
        assertEquals((2 / 3.0 + 1 / 3.0) / 4, value(found.of("average_recall", ALL, at("0.50:0.75", "all", 1))), 1e-15);
        assertEquals((1 + 1 / 2.0) / 4, value(found.of("average_recall", LONG, at("0.50:0.75", "all", 100))), 1e-15);
        assertEquals(1, value(found.of("average_recall", SHORT, at("0.50:0.75", "all", 100))), 1e-15);
    }

    @Test
    void countsWhatIsFoundAtOneScore() {
        Map<String, Object> at = Map.of("iou", 0.5, "score", 0.7);
        assertEquals(3 / 4.0, value(found.of("recall", ALL, at)));
        assertEquals(
                Optional.of(new Fraction(3, 4)), found.of("recall", ALL, at).fraction());
        assertEquals(
                Optional.of(new Fraction(1, 4)), found.of("miss_rate", ALL, at).fraction());
        assertEquals(1 / 3.0, value(found.of("miss_rate", LONG, at)), 1e-15);
        assertEquals(0, value(found.of("miss_rate", SHORT, at)));
        assertEquals(1 / 2.0, value(found.of("miss_rate", Map.of("light", "night", "fur", "long"), at)));
    }

    /** 30 images with a cat each, of which every third is found. */
    @Test
    void drawsImagesAgain() {
        Detection detection = new Detection(plan(boxes(), List.of()));
        for (int image = 0; image < 30; image++) {
            int[] seen = new int[image % 3 == 0 ? 1 : 0];
            detection.add(new DetectedImage(
                    image,
                    new int[] {0, 0},
                    objects(new int[] {0}, 0, 0, 10, 10),
                    new int[][] {{0}, {0}},
                    seen.length == 0
                            ? detections(seen, new double[0])
                            : detections(seen, new double[] {1}, 0, 0, 10, 9)));
        }
        Found drawn = new Found(detection.outcome(VALUES));
        Measurement recall = drawn.of("recall", ALL, Map.of("iou", 0.5, "score", 0.7));
        assertEquals(1 / 3.0, value(recall), 1e-15);
        assertEquals("bootstrap_images", interval(recall).method());
        // the spread of a share of 30, sqrt(1/3 * 2/3 / 30) = 0.086, drawn 60 times
        assertEquals(0.086, interval(recall).estimate().orElseThrow().standardError(), 0.03);
    }

    @Test
    void whatHitsNothingBelongsToNoGroupOfObjects() {
        assertEquals(
                "a detection that hits nothing belongs to no group of objects",
                undefined(found.of("average_precision", LONG, at(0.5, "all", 100))));
    }

    @Test
    void averagesTheMissRateOverFalseAlarmsByImage() {
        Map<String, Object> at = at(0.5, "all", 100);
        double cats = Math.exp((7 * Math.log(2 / 3.0) + 2 * Math.log(LEAST)) / 9);
        assertEquals((cats + 1) / 2, value(found.of("log_average_miss_rate", ALL, at)), 1e-14);
        assertEquals((LEAST + 1) / 2, value(found.of("log_average_miss_rate", NIGHT, at)), 1e-14);
        // one image and one alarm: only at the rate of 1 does what comes behind it count
        double day = Math.exp((8 * Math.log(1 / 2.0) + Math.log(LEAST)) / 9);
        assertEquals(day, value(found.of("log_average_miss_rate", DAY, at)), 1e-14);
        assertEquals(Math.exp(2 * Math.log(LEAST) / 9), value(found.of("log_average_miss_rate", SHORT, at)), 1e-14);
    }

    @Test
    void saysWhoWasCounted() {
        assertEquals(
                List.of(4L, 2L, 2L, 3L, 1L),
                found.outcome().groups().stream().limit(5).map(it -> it.rows()).toList());
        assertEquals(
                List.of(false, false, false, false, true),
                found.outcome().groups().stream().limit(5).map(it -> it.small()).toList());
    }

    /** Of three detections one hits the object, one lies in the crowd, and one is small where only medium ones count. */
    @Test
    void crowdsAreNotToBeFound() {
        Detection detection = new Detection(plan(boxes(), List.of()));
        detection.add(new DetectedImage(
                0,
                new int[] {0, 0},
                things(
                        new int[] {0, 0},
                        new double[] {0, 0, 40, 40, 100, 100, 100, 100},
                        new boolean[] {false, true},
                        new double[0]),
                new int[][] {{0, 0}, {0, 0}},
                detections(
                        new int[] {0, 0, 0, 0},
                        new double[] {0.9, 0.9, 0.9, 0.1},
                        110,
                        110,
                        40,
                        40,
                        120,
                        120,
                        40,
                        40,
                        300,
                        300,
                        9,
                        9,
                        0,
                        0,
                        40,
                        40)));
        Found crowded = new Found(detection.outcome(VALUES));
        assertEquals(0.5, value(crowded.of("average_precision", ALL, at(0.5, "all", 100))), 1e-15);
        assertEquals(1, value(crowded.of("average_precision", ALL, at(0.5, "all", 100))) * 2, 1e-15);
        assertEquals(1, value(crowded.of("average_precision", ALL, at("0.50:0.75", "medium", 100))), 1e-15);
        assertEquals(1, crowded.outcome().groups().get(0).rows());
    }

    /**
     * Two keypoints with sigmas of 0.5 and 0.25, an object of 100 square pixels: 10 pixels off are exp(-1/2) and exp(-2). One person
     * with both labelled, one with the second alone.
     */
    @Test
    void measuresKeypoints() {
        DetectionShape shape = new DetectionShape(
                "oks",
                List.of(0.1, 0.5),
                List.of(20),
                List.of(new DetectionShape.Area("all", 0, 1e10)),
                List.of("person"),
                0.3,
                List.of(0.25, 0.5),
                List.of("nose", "knee"));
        Detection detection = new Detection(plan(shape, List.of(0.5, 0.25)));
        detection.add(new DetectedImage(
                0,
                new int[] {0, 0},
                poses(new double[] {0, 0, 20, 5, 100, 0, 8, 20}, new double[0], 0, 0, 2, 0, 5, 1, 0, 0, 0, 100, 5, 2),
                new int[][] {{0, 0}, {0, 1}},
                poses(new double[8], new double[] {0.4, 0.2}, 10, 0, 1, 0, 15, 1, 7, 7, 1, 103, 9, 1)));
        Found pose = new Found(detection.outcome(VALUES));
        double first = (Math.exp(-0.5) + Math.exp(-2)) / 2; // 0.371
        double second = Math.exp(-0.5); // 5 pixels of 0.25
        assertEquals((first + second) / 2, value(pose.of("mean_oks", ALL)), 1e-14);
        assertEquals(first, value(pose.of("mean_oks", LONG)), 1e-14);
        // 10 of 20 pixels, and 5 of 20
        assertEquals(1 / 3.0, value(pose.of("pck", ALL, Map.of("alpha", 0.25))), 1e-15);
        assertEquals(1, value(pose.of("pck", ALL, Map.of("alpha", 0.5))), 1e-15);
        assertEquals(
                Optional.of(new Fraction(1, 2)),
                pose.of("pck", ALL, Map.of("alpha", 0.25, "keypoint", "knee")).fraction());
        assertEquals(0, value(pose.of("pck", ALL, Map.of("alpha", 0.25, "keypoint", "nose"))));
        assertEquals(
                "no such keypoint is labelled",
                undefined(pose.of("pck", SHORT, Map.of("alpha", 0.25, "keypoint", "nose"))));
        // the better detection hits at 0.1 alone, the other at both
        assertEquals(3 / 4.0, value(pose.of("average_recall", ALL, keypoints("0.10:0.50"))), 1e-15);
        assertEquals(1 / 2.0, value(pose.of("average_recall", ALL, keypoints(0.5))), 1e-15);
        // an alarm, then a hit: 1/2 up to a recall of 1/2
        assertEquals(51 * 0.5 / 101, value(pose.of("average_precision", ALL, keypoints(0.5))), 1e-15);
        assertEquals(0, value(pose.of("recall", SHORT, Map.of("oks", 0.5, "score", 0.3))));
    }

    private static Map<String, Object> keypoints(Object oks) {
        return Map.of("oks", oks, "area", "all", "max_detections", 20);
    }

    private static DetectedImage.Things poses(double[] box, double[] score, double... points) {
        int count = box.length / 4;
        double[] area = new double[count];
        Arrays.fill(area, 100);
        return new DetectedImage.Things(
                new int[count], box, area, points, new boolean[count], new boolean[count], score);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void partsAddUpToTheWhole(int seed) {
        DetectionPlan plan = plan(boxes(), List.of());
        Detection whole = new Detection(plan);
        Detection[] parts = new Detection[2 + seed];
        Arrays.setAll(parts, part -> new Detection(plan));
        Random random = new Random(seed);
        for (int image = 0; image < 40; image++) {
            DetectedImage one = image(image, random);
            whole.add(one);
            parts[random.nextInt(parts.length)].add(one);
        }
        Detection merged = parts[parts.length - 1];
        for (int part = 0; part < parts.length - 1; part++) {
            merged.merge(parts[part]);
        }
        TaskOutcome expected = whole.outcome(VALUES);
        TaskOutcome actual = merged.outcome(VALUES);
        assertEquals(expected.groups(), actual.groups());
        assertEquals(expected.measurements(), actual.measurements());
    }

    private static DetectedImage image(int number, Random random) {
        int objects = random.nextInt(4);
        int detections = random.nextInt(6);
        int light = random.nextInt(2);
        int[][] codes = new int[2][objects];
        Arrays.fill(codes[0], light);
        Arrays.setAll(codes[1], object -> random.nextInt(2));
        return new DetectedImage(
                number,
                new int[] {light, 0},
                objects(random.ints(objects, 0, 2).toArray(), boxes(objects, random)),
                codes,
                detections(
                        random.ints(detections, 0, 2).toArray(),
                        random.ints(detections, 0, 5)
                                .mapToDouble(it -> it / 4.0)
                                .toArray(),
                        boxes(detections, random)));
    }

    private static double[] boxes(int count, Random random) {
        return random.ints(4L * count, 0, 6).mapToDouble(it -> 20 + 8 * it).toArray();
    }
}
