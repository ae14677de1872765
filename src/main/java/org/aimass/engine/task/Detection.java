package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.metrics.DetectionMetrics;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Holds what was detected in images against the objects that are there, and keeps which hits which. One thread fills one instance;
 * instances merge in any order to the same outcome, byte for byte.
 */
public final class Detection {

    /** More objects are not kept. */
    public static final int MOST_OBJECTS = 1_000_000;
    /** More detections are not kept. */
    public static final int MOST_DETECTIONS = 2_000_000;
    /** More objects of one image are no photograph. */
    public static final int MOST_IN_ONE_IMAGE = 10_000;

    /** An image, by its number and the cell of its features. */
    record SeenImage(int number, int cell) {}

    private final DetectionPlan plan;
    private final CellIndex ofImages;
    private final CellIndex ofObjects;
    private final List<SeenImage> images = new ArrayList<>();
    private final List<FoundObject> objects = new ArrayList<>();
    private final List<JudgedDetection> detections = new ArrayList<>();
    private final DetectionMetrics metrics;

    public Detection(DetectionPlan plan) {
        this.plan = plan;
        ofImages = new CellIndex(plan.groups().features());
        ofObjects = new CellIndex(plan.groups().features());
        metrics = new DetectionMetrics(plan.shape(), true);
    }

    /**
     * Judges what was detected in one image.
     *
     * @throws UnusableRows if there is more than can be kept
     */
    public void add(DetectedImage image) {
        int[][] features = new int[image.features().length][1];
        for (int feature = 0; feature < features.length; feature++) {
            features[feature][0] = image.features()[feature];
        }
        images.add(new SeenImage(image.number(), ofImages.of(features, 0)));
        int[] cells = new int[image.objects().size()];
        for (int object = 0; object < cells.length; object++) {
            boolean wanted =
                    !image.objects().crowd()[object] && !image.objects().ignored()[object];
            cells[object] = wanted ? ofObjects.of(image.codes(), object) : JudgedDetection.IGNORED;
        }
        JudgedImage judged = new JudgedImage(plan, metrics.recalls(), image, cells);
        judged.judge();
        objects.addAll(judged.objects());
        detections.addAll(judged.detections());
        demandRoom();
    }

    private void demandRoom() {
        if (objects.size() > MOST_OBJECTS || detections.size() > MOST_DETECTIONS) {
            throw new UnusableRows("more than " + MOST_OBJECTS + " objects or " + MOST_DETECTIONS
                    + " detections; expected no more in one audit of detectors");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Detection other) {
        int[] imageCells = ofImages.merge(other.ofImages);
        int[] objectCells = ofObjects.merge(other.ofObjects);
        other.images.forEach(image -> images.add(new SeenImage(image.number, imageCells[image.cell])));
        other.objects.forEach(object -> objects.add(object.in(objectCells[object.cell()])));
        other.detections.forEach(detection ->
                detections.add(detection.cell() < 0 ? detection : detection.in(objectCells[detection.cell()])));
        demandRoom();
    }

    /**
     * Everything measured over the images added and merged so far. Called once, at the end.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        objects.sort(FoundObject.ORDER);
        detections.sort(JudgedDetection.ORDER);
        return new DetectionMeasures(
                        plan,
                        new DetectionMeasures.Kept(ofImages, ofObjects, images, objects, detections),
                        dictionaries)
                .outcome();
    }
}
