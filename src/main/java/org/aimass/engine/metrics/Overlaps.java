package org.aimass.engine.metrics;

/** How well a detection covers an object, from 0 to 1, as the tools of the COCO challenge count it (Lin et al., ECCV 2014). */
public final class Overlaps {

    /** Numbers that make a box: left, top, width, height. */
    public static final int BOX = 4;
    /** Numbers that make a keypoint: x, y, and how well it is seen; 0 where it is not labelled. */
    public static final int POINT = 3;

    private Overlaps() {}

    /**
     * Intersection over union of two boxes; of a detection and a crowd the share of the detection that lies in the crowd.
     *
     * @param detections boxes one behind the other
     * @param truths boxes one behind the other
     */
    public static double ofBoxes(double[] detections, int detection, double[] truths, int truth, boolean crowd) {
        int d = BOX * detection;
        int t = BOX * truth;
        double width = Math.min(detections[d] + detections[d + 2], truths[t] + truths[t + 2])
                - Math.max(detections[d], truths[t]);
        double height = Math.min(detections[d + 1] + detections[d + 3], truths[t + 1] + truths[t + 3])
                - Math.max(detections[d + 1], truths[t + 1]);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double area = detections[d + 2] * detections[d + 3];
        double shared = width * height;
        return shared / (crowd ? area : area + truths[t + 2] * truths[t + 3] - shared);
    }

    /**
     * Object keypoint similarity: over the labelled keypoints the mean of exp(-d&sup2; / (2 area (2 sigma)&sup2;)); where none is
     * labelled, d is the distance to twice the object's box around its middle.
     *
     * @param detections keypoints one behind the other
     * @param truths the same
     * @param box of the object
     * @param area of the object, above 0
     * @param sigmas by keypoint how far apart people place it, over the root of the area
     */
    public static double ofKeypoints(
            double[] detections,
            int detection,
            double[] truths,
            int truth,
            double[] box,
            double area,
            double[] sigmas) {
        int labelled = labelled(truths, truth, sigmas.length);
        double sum = 0;
        for (int point = 0; point < sigmas.length; point++) {
            int d = POINT * (detection * sigmas.length + point);
            int t = POINT * (truth * sigmas.length + point);
            if (labelled > 0 && !(truths[t + 2] > 0)) {
                continue;
            }
            double dx = labelled > 0
                    ? detections[d] - truths[t]
                    : beyond(detections[d], box[BOX * truth], box[BOX * truth + 2]);
            double dy = labelled > 0
                    ? detections[d + 1] - truths[t + 1]
                    : beyond(detections[d + 1], box[BOX * truth + 1], box[BOX * truth + 3]);
            double variance = 4 * sigmas[point] * sigmas[point];
            sum += StrictMath.exp(-(dx * dx + dy * dy) / variance / (area + Math.ulp(1.0)) / 2);
        }
        return sum / (labelled > 0 ? labelled : sigmas.length);
    }

    /** How many keypoints of an object are labelled. */
    public static int labelled(double[] truths, int truth, int points) {
        int labelled = 0;
        for (int point = 0; point < points; point++) {
            labelled += truths[POINT * (truth * points + point) + 2] > 0 ? 1 : 0;
        }
        return labelled;
    }

    /**
     * Whether a keypoint lies no farther than that from where it is.
     *
     * @param points how many keypoints there are of each
     */
    public static boolean isNear(
            double[] detections, int detection, double[] truths, int truth, int points, int point, double within) {
        int d = POINT * (detection * points + point);
        int t = POINT * (truth * points + point);
        return Math.hypot(detections[d] - truths[t], detections[d + 1] - truths[t + 1]) <= within;
    }

    private static double beyond(double place, double from, double length) {
        return Math.max(0, from - length - place) + Math.max(0, place - (from + 2 * length));
    }
}
