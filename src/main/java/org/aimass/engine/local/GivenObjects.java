package org.aimass.engine.local;

import org.aimass.engine.data.CocoResults;
import org.aimass.engine.data.CocoThings;
import org.aimass.engine.task.DetectedImage;

/** Detections that a file brings. */
record GivenObjects(CocoResults results) implements ImageObjects {

    @Override
    public DetectedImage.Things of(int image) {
        return things(results.detections().of(image));
    }

    static DetectedImage.Things things(CocoThings.Part part) {
        return new DetectedImage.Things(
                part.category(), part.box(), part.area(), part.points(), part.ignored(), part.crowd(), part.score());
    }
}
