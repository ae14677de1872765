package org.aimass.engine.task;

import java.util.List;
import org.aimass.engine.metrics.DetectionShape;

/**
 * What an audit of detectors measures.
 *
 * @param groups the groups, and how sure of them; images are independent of each other, there are no weights and clusters
 * @param ofImages by feature (sensitive, then control) whether it is one of images; else of objects
 * @param sigmas by keypoint how far apart people place it; empty for boxes
 */
public record DetectionPlan(GroupPlan groups, List<Boolean> ofImages, DetectionShape shape, List<Double> sigmas) {

    public DetectionPlan {
        ofImages = List.copyOf(ofImages);
        sigmas = List.copyOf(sigmas);
        if (groups.weighted() || groups.clustered()) {
            throw new IllegalArgumentException("objects of images have no weights and no other clusters");
        }
        if (sigmas.size() != shape.keypoints().size()) {
            throw new IllegalArgumentException("each keypoint has a sigma");
        }
    }

    boolean posed() {
        return !sigmas.isEmpty();
    }
}
