package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The metrics of detectors, of every group of images or objects: average precision and recall of the COCO challenge (Lin et al.,
 * ECCV 2014), the log-average miss rate (Dollár et al., PAMI 34, 2012), recall at one score, and of keypoints the mean similarity and
 * the share of keypoints that are near. Values travel as an array in the order of {@link #list}, NaN stands for undefined.
 */
public final class DetectionMetrics {

    /** What is summed over objects, by image: how many, how many found at the score, how many missed. */
    public static final int OBJECTS = 0;

    public static final int FOUND = 1;
    public static final int MISSED = 2;
    /** How similar the keypoints of the detections paired with them are. */
    public static final int SIMILARITY = 3;

    private static final int FIRST_POINT = 4;

    private static final String AREA = "area";
    /** NumPy's 0.9 is 0.8999999999999999, which finds the same objects but is nobody's name for it. */
    private static final double ROUND = 1e9;

    /** A metric and how it is made. */
    sealed interface Formula {
        BaseMetric metric();
    }

    /** The mean over categories and thresholds of the precision at 101 recalls. */
    record Precision(BaseMetric metric, int area, List<Integer> thresholds, int category) implements Formula {}

    /** The mean over categories and thresholds of the share of objects found among the best detections. */
    record Recall(BaseMetric metric, int number) implements Formula {}

    /** Over false alarms by image. */
    record MissRate(BaseMetric metric) implements Formula {}

    /** The quotient of two sums over objects. */
    record Share(BaseMetric metric, int above, int below, boolean counted) implements Formula {}

    /** Which detections a recall looks at. */
    public record Recalled(int area, List<Integer> thresholds, int maxDetections) {}

    private static final int ALL_CATEGORIES = -1;

    private final DetectionShape shape;
    private final List<Formula> formulas = new ArrayList<>();
    private final List<Recalled> recalls = new ArrayList<>();

    /** @param byCategory whether each category has values of its own */
    public DetectionMetrics(DetectionShape shape, boolean byCategory) {
        this.shape = shape;
        int all = shape.thresholds().size();
        List<Integer> every = IntStream.range(0, all).boxed().toList();
        addPrecision(0, every, ALL_CATEGORIES);
        if (all > 1) {
            every.forEach(threshold -> addPrecision(0, List.of(threshold), ALL_CATEGORIES));
        }
        for (int area = 1; area < shape.areas().size(); area++) {
            addPrecision(area, every, ALL_CATEGORIES);
        }
        shape.maxDetections().forEach(most -> addRecall(0, every, most));
        if (!shape.keypoints().isEmpty()) {
            singles().forEach(threshold -> addRecall(0, threshold, shape.most()));
        }
        for (int area = 1; area < shape.areas().size(); area++) {
            addRecall(area, every, shape.most());
        }
        addShares();
        for (int category = 0; byCategory && category < shape.categories().size(); category++) {
            int number = category;
            addPrecision(0, every, number);
            singles().forEach(threshold -> addPrecision(0, threshold, number));
        }
    }

    /** The thresholds that recalls of poses and categories are shown at alone, where there are several. */
    private List<List<Integer>> singles() {
        return shape.thresholds().size() == 1
                ? List.of()
                : IntStream.of(shape.find(0.5), shape.find(0.75))
                        .filter(place -> place >= 0)
                        .mapToObj(List::of)
                        .toList();
    }

    private void addPrecision(int area, List<Integer> thresholds, int category) {
        Map<String, Object> at = at(area, thresholds, shape.most());
        if (category != ALL_CATEGORIES) {
            at.put("category", shape.categories().get(category));
        }
        formulas.add(new Precision(metric("average_precision", at), area, thresholds, category));
    }

    private void addRecall(int area, List<Integer> thresholds, int most) {
        formulas.add(new Recall(metric("average_recall", at(area, thresholds, most)), recalls.size()));
        recalls.add(new Recalled(area, thresholds, most));
    }

    private void addShares() {
        List<Integer> operating = List.of(shape.operating());
        Map<String, Object> atScore = new LinkedHashMap<>();
        atScore.put(shape.overlap(), threshold(operating));
        atScore.put("score", shape.score());
        formulas.add(new Share(metric("recall", atScore), FOUND, OBJECTS, true));
        formulas.add(new Share(metric("miss_rate", atScore), MISSED, OBJECTS, true));
        formulas.add(new MissRate(metric("log_average_miss_rate", at(0, operating, shape.most()))));
        if (shape.keypoints().isEmpty()) {
            return;
        }
        formulas.add(new Share(metric("mean_oks", Map.of()), SIMILARITY, OBJECTS, false));
        for (int alpha = 0; alpha < shape.alphas().size(); alpha++) {
            formulas.add(new Share(metric("pck", near(alpha)), allNear(alpha), allLabelled(), true));
            for (int point = 0; point < shape.keypoints().size(); point++) {
                Map<String, Object> at = new LinkedHashMap<>(near(alpha));
                at.put("keypoint", shape.keypoints().get(point));
                formulas.add(new Share(metric("pck", at), near(alpha, point), labelled(point), true));
            }
        }
    }

    private Map<String, Object> near(int alpha) {
        return Map.of("alpha", shape.alphas().get(alpha));
    }

    private Map<String, Object> at(int area, List<Integer> thresholds, int most) {
        Map<String, Object> at = new LinkedHashMap<>();
        at.put(shape.overlap(), threshold(thresholds));
        at.put(AREA, shape.areas().get(area).name());
        at.put("max_detections", most);
        return at;
    }

    private Object threshold(List<Integer> thresholds) {
        double first = shape.thresholds().get(thresholds.get(0));
        double last = shape.thresholds().get(thresholds.get(thresholds.size() - 1));
        return thresholds.size() == 1
                ? (Object) (Math.rint(first * ROUND) / ROUND)
                : String.format(Locale.ROOT, "%.2f:%.2f", first, last);
    }

    private static BaseMetric metric(String name, Map<String, Object> at) {
        return new BaseMetric(name, at, false, false);
    }

    public DetectionShape shape() {
        return shape;
    }

    public List<BaseMetric> list() {
        return formulas.stream().map(Formula::metric).toList();
    }

    List<Formula> formulas() {
        return formulas;
    }

    /** What the recalls look at, in the order of their numbers. */
    public List<Recalled> recalls() {
        return recalls;
    }

    /** How many sums there are of the objects of an image. */
    public int sums() {
        int points = shape.keypoints().size() + 1;
        return FIRST_POINT + points * (1 + shape.alphas().size());
    }

    /** The sum that counts where a keypoint is labelled. */
    public int labelled(int point) {
        return FIRST_POINT + point;
    }

    /** The same over all keypoints. */
    public int allLabelled() {
        return labelled(shape.keypoints().size());
    }

    /** The sum that counts where a detected keypoint is near. */
    public int near(int alpha, int point) {
        return FIRST_POINT + (alpha + 1) * (shape.keypoints().size() + 1) + point;
    }

    /** The same over all keypoints. */
    public int allNear(int alpha) {
        return near(alpha, shape.keypoints().size());
    }
}
