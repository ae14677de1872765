package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.DetectionGroup;
import org.aimass.engine.metrics.DetectionMetrics;
import org.aimass.engine.metrics.FalseAlarms;
import org.aimass.engine.metrics.ImageDraws;
import org.aimass.engine.metrics.PrecisionCurve;

/**
 * Deals objects and detections into the groups of a partition. Groups of images have their own detections; groups of objects
 * share all that hit none.
 */
final class DetectedGroups {

    /** Groups by categories: more are not told apart. */
    private static final long MOST = 10_000_000;

    private final DetectionMetrics metrics;
    private final ImageDraws draws;
    private final boolean ofImages;
    private final int categories;
    private final List<List<FoundObject>> objects = new ArrayList<>();
    private final List<List<JudgedDetection>> detections = new ArrayList<>();
    private final List<int[]> imagesOfUnit = new ArrayList<>();
    private final List<List<FalseAlarms.Ranked>> hits = new ArrayList<>();
    private final List<FalseAlarms> alarms = new ArrayList<>();

    /** @param ofImages whether the partition's features are all of images */
    DetectedGroups(
            DetectionMetrics metrics,
            ImageDraws draws,
            DetectionMeasures.Kept kept,
            Partition partition,
            boolean ofImages,
            int replicates) {
        this.metrics = metrics;
        this.draws = draws;
        this.ofImages = ofImages;
        categories = metrics.shape().categories().size();
        int size = partition.groups().size();
        if ((long) size * categories > MOST) {
            throw new UnusableRows(
                    size + " groups of " + categories + " categories; expected at most " + MOST + " of both together");
        }
        int[] groupOfCell = partition.groupOfCell();
        int[] groupOfImage = new int[kept.images().size()];
        for (int group = 0; group < size; group++) {
            objects.add(new ArrayList<>());
            detections.add(new ArrayList<>());
            imagesOfUnit.add(new int[draws.units()]);
        }
        for (Detection.SeenImage image : kept.images()) {
            groupOfImage[image.number()] = ofImages ? groupOfCell[image.cell()] : 0;
            imagesOfUnit.get(groupOfImage[image.number()])[draws.unit(image.number())]++;
        }
        for (FoundObject object : kept.objects()) {
            objects.get(ofImages ? groupOfImage[object.image()] : groupOfCell[object.cell()])
                    .add(object);
        }
        if (ofImages) {
            kept.detections()
                    .forEach(detection ->
                            detections.get(groupOfImage[detection.image()]).add(detection));
            for (int group = 0; group < size; group++) {
                Places places = new Places(1);
                detections.get(group).forEach(detection -> places.add(detection, 0));
                hits.add(places.hits(0));
                alarms.add(new FalseAlarms(places.alarms(), imagesOfUnit.get(group), 0));
            }
        } else {
            Places places = new Places(size);
            kept.detections()
                    .forEach(detection ->
                            places.add(detection, detection.cell() < 0 ? 0 : groupOfCell[detection.cell()]));
            FalseAlarms shared = new FalseAlarms(places.alarms(), imagesOfUnit.get(0), replicates);
            IntStream.range(0, size).forEach(group -> {
                hits.add(places.hits(group));
                alarms.add(shared);
            });
        }
    }

    DetectionGroup.Content content(int group) {
        Map<Integer, double[]> sums = new TreeMap<>();
        Map<Long, DetectionGroup.Recalls> recalls = new TreeMap<>();
        for (FoundObject object : objects.get(group)) {
            int unit = draws.unit(object.image());
            add(object, sums.computeIfAbsent(unit, key -> new double[metrics.sums()]));
            add(
                    object,
                    recalls.computeIfAbsent(
                            (long) unit * categories + object.category(),
                            key -> new DetectionGroup.Recalls(
                                    object.category(),
                                    unit,
                                    new int[metrics.shape().areas().size()],
                                    new int[metrics.recalls().size()])));
        }
        return new DetectionGroup.Content(
                List.copyOf(recalls.values()),
                sums.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sums.values().toArray(new double[0][]),
                ofImages ? curves(detections.get(group)) : List.of(),
                alarms.get(group),
                hits.get(group));
    }

    private void add(FoundObject object, double[] sums) {
        sums[DetectionMetrics.OBJECTS]++;
        sums[object.found() ? DetectionMetrics.FOUND : DetectionMetrics.MISSED]++;
        sums[DetectionMetrics.SIMILARITY] += object.similarity();
        for (int point = 0; point < metrics.shape().keypoints().size(); point++) {
            long labelled = object.labelled() >>> point & 1;
            sums[metrics.labelled(point)] += labelled;
            sums[metrics.allLabelled()] += labelled;
            for (int alpha = 0; alpha < object.near().length; alpha++) {
                long near = labelled & object.near()[alpha] >>> point;
                sums[metrics.near(alpha, point)] += near;
                sums[metrics.allNear(alpha)] += near;
            }
        }
    }

    private static void add(FoundObject object, DetectionGroup.Recalls recalls) {
        for (int area = 0; area < recalls.objects().length; area++) {
            recalls.objects()[area] += object.areas() >>> area & 1;
        }
        for (int recall = 0; recall < recalls.hits().length; recall++) {
            recalls.hits()[recall] += object.hits()[recall];
        }
    }

    private List<PrecisionCurve> curves(List<JudgedDetection> sorted) {
        List<PrecisionCurve> curves = new ArrayList<>();
        int from = 0;
        for (int category = 0; category < categories; category++) {
            int to = from;
            while (to < sorted.size() && sorted.get(to).category() == category) {
                to++;
            }
            List<JudgedDetection> one = sorted.subList(from, to);
            curves.add(new PrecisionCurve(
                    one.stream().mapToInt(it -> draws.unit(it.image())).toArray(),
                    one.stream().mapToLong(JudgedDetection::hit).toArray(),
                    one.stream().mapToLong(JudgedDetection::ignored).toArray(),
                    metrics.shape().areas().size(),
                    metrics.shape().thresholds().size()));
            from = to;
        }
        return curves;
    }

    /** The hits of each group and the false alarms, with their places among the detections of their category. */
    private final class Places {

        private final List<List<Column>> ofGroups = new ArrayList<>();
        private final List<Column> ofNothing = columns();
        private final int[] next = new int[categories];

        private Places(int groups) {
            for (int group = 0; group < groups; group++) {
                ofGroups.add(columns());
            }
        }

        private List<Column> columns() {
            return IntStream.range(0, categories)
                    .mapToObj(category -> new Column())
                    .toList();
        }

        private void add(JudgedDetection detection, int group) {
            int place = next[detection.category()]++;
            if (detection.cell() != JudgedDetection.IGNORED) {
                List<Column> columns =
                        detection.cell() == JudgedDetection.FALSE_ALARM ? ofNothing : ofGroups.get(group);
                columns.get(detection.category()).add(draws.unit(detection.image()), place);
            }
        }

        private List<FalseAlarms.Ranked> hits(int group) {
            return ofGroups.get(group).stream().map(Column::ranked).toList();
        }

        private List<FalseAlarms.Ranked> alarms() {
            return ofNothing.stream().map(Column::ranked).toList();
        }
    }

    /** Units and places, one after the other. */
    private static final class Column {

        private int[] unit = {};
        private int[] place = {};
        private int size;

        private void add(int inUnit, int atPlace) {
            if (size == unit.length) {
                unit = Arrays.copyOf(unit, Math.max(8, 2 * size));
                place = Arrays.copyOf(place, unit.length);
            }
            unit[size] = inUnit;
            place[size++] = atPlace;
        }

        private FalseAlarms.Ranked ranked() {
            return new FalseAlarms.Ranked(Arrays.copyOf(unit, size), Arrays.copyOf(place, size));
        }
    }
}
