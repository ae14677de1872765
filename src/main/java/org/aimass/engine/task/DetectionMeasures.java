package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.DetectionGroup;
import org.aimass.engine.metrics.DetectionMetrics;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.ImageDraws;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.TaskOutcome;

/** Derives the outcome of an audit of detectors from the objects found and the detections judged. */
final class DetectionMeasures extends Disaggregation<DetectionGroup> {

    /** Up to so many categories have values of their own in every group. */
    private static final int MOST_CATEGORIES = 100;

    /**
     * All that was kept.
     *
     * @param ofImages cells of the features of images
     * @param ofObjects cells of the features of objects
     * @param objects in their order
     * @param detections in their order
     */
    record Kept(
            CellIndex ofImages,
            CellIndex ofObjects,
            List<Detection.SeenImage> images,
            List<FoundObject> objects,
            List<JudgedDetection> detections) {}

    private final DetectionPlan plan;
    private final Kept kept;
    private final ImageDraws draws;
    private final DetectionMetrics full;
    private final DetectionMetrics brief;
    private final MeasuredGroups wholes;
    private final MeasuredGroups groups;

    DetectionMeasures(DetectionPlan plan, Kept kept, List<List<String>> dictionaries) {
        super(plan.groups(), kept.ofObjects, dictionaries);
        this.plan = plan;
        this.kept = kept;
        draws = new ImageDraws(kept.images.size());
        full = new DetectionMetrics(plan.shape(), true);
        brief = new DetectionMetrics(plan.shape(), plan.shape().categories().size() <= MOST_CATEGORIES);
        wholes = new MeasuredGroups(full.list(), plan.groups());
        groups = new MeasuredGroups(brief.list(), plan.groups());
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements());
    }

    private boolean areOfImages(List<String> features) {
        List<String> names = new ArrayList<>(plan.groups().sensitiveFeatures());
        names.addAll(plan.groups().controlFeatures());
        return features.stream().allMatch(feature -> plan.ofImages().get(names.indexOf(feature)));
    }

    @Override
    CellIndex cells(List<String> features) {
        return areOfImages(features) ? kept.ofImages : kept.ofObjects;
    }

    @Override
    List<DetectionGroup> counted(Partition partition) {
        List<String> features = new ArrayList<>(partition.over());
        features.addAll(partition.control());
        DetectionMetrics metrics = partition.over().isEmpty() ? full : brief;
        DetectedGroups counted = new DetectedGroups(
                metrics,
                draws,
                kept,
                partition,
                areOfImages(features),
                plan.groups().replicates());
        return IntStream.range(0, partition.groups().size())
                .mapToObj(group -> new DetectionGroup(metrics, draws, counted.content(group)))
                .toList();
    }

    @Override
    GroupSummary summary(Map<String, String> features, DetectionGroup group) {
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, DetectionGroup group, int slices) {
        return wholes.of(group, Place.group(features));
    }

    @Override
    List<Measurement> over(Partition partition, List<DetectionGroup> data, String reference) {
        return groups.slices(partition, data, reference);
    }
}
