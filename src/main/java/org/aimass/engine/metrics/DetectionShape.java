package org.aimass.engine.metrics;

import java.util.List;

/**
 * How detections are held against objects.
 *
 * @param overlap {@code iou} for boxes, {@code oks} for keypoints
 * @param thresholds of the overlap, ascending
 * @param maxDetections how many of the best detections of an image and category count, ascending; the last for all but some
 *     recalls
 * @param areas the first holds every object
 * @param categories their names, in order
 * @param score a detection counts for the recall at one threshold from this score on
 * @param alphas of keypoints: how near is near, as a share of the longer side of the object's box
 * @param keypoints their names; empty for boxes
 */
public record DetectionShape(
        String overlap,
        List<Double> thresholds,
        List<Integer> maxDetections,
        List<Area> areas,
        List<String> categories,
        double score,
        List<Double> alphas,
        List<String> keypoints) {

    /** Area by threshold fits into the bits of a long. */
    public static final int MOST_THRESHOLDS = 16;

    private static final double EQUAL = 1e-9;

    /** Objects of some size, in square pixels, both ends included. */
    public record Area(String name, double from, double to) {

        /** Whether an object of that size belongs here. */
        public boolean holds(double area) {
            return area >= from && area <= to;
        }
    }

    public DetectionShape {
        thresholds = List.copyOf(thresholds);
        maxDetections = List.copyOf(maxDetections);
        areas = List.copyOf(areas);
        categories = List.copyOf(categories);
        alphas = List.copyOf(alphas);
        keypoints = List.copyOf(keypoints);
        if (thresholds.size() * areas.size() > Long.SIZE) {
            throw new IllegalArgumentException(thresholds.size() + " thresholds of " + areas.size() + " areas");
        }
    }

    /** The threshold at which the recall at one score is taken: 0.5 where it is among them, else the lowest. */
    public int operating() {
        return Math.max(0, find(0.5));
    }

    /** The place of a threshold; -1 where it is not among them. */
    int find(double threshold) {
        for (int place = 0; place < thresholds.size(); place++) {
            if (Math.abs(thresholds.get(place) - threshold) < EQUAL) {
                return place;
            }
        }
        return -1;
    }

    /** The bit of an area and threshold. */
    public int bit(int area, int threshold) {
        return area * thresholds.size() + threshold;
    }

    /** How many of the best detections count at most. */
    public int most() {
        return maxDetections.get(maxDetections.size() - 1);
    }
}
