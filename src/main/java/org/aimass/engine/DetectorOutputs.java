package org.aimass.engine;

import java.util.List;
import java.util.Optional;

/**
 * How the outputs of a detector are to be read: of each image so many boxes or sets of keypoints, each with a score.
 *
 * @param boxes the output of boxes, four numbers each; empty where only keypoints are asked for
 * @param scores the output of scores; empty to take the mean of the keypoints' own
 * @param labels the output of labels; empty where the dataset has one category
 * @param keypoints the output of keypoints, three numbers each: x, y and score; empty for boxes
 * @param categories by label the id of its category; labels beyond are of nothing that the dataset asks for; empty where labels
 *     are ids themselves
 */
public record DetectorOutputs(
        Optional<String> boxes,
        Optional<String> scores,
        Optional<String> labels,
        Optional<String> keypoints,
        Order order,
        Space space,
        List<Long> categories) {

    /** What the four numbers of a box are. */
    public enum Order {
        /** left, top, right, bottom */
        XYXY,
        /** left, top, width, height */
        XYWH,
        /** middle, then width and height */
        CXCYWH
    }

    /** In which picture places are counted. */
    public enum Space {
        /** in pixels of what the model sees */
        INPUT,
        /** from 0 to 1 of what the model sees */
        UNIT,
        /** in pixels of the image itself */
        IMAGE
    }

    public DetectorOutputs {
        categories = List.copyOf(categories);
    }
}
