package org.aimass.engine.task;

import java.util.Comparator;

/**
 * An object that is to be found, and what was found of it.
 *
 * @param image its number
 * @param order its place in the image
 * @param cell of its features
 * @param areas a bit for each area that it belongs to
 * @param hits by recall at how many of its thresholds it is found
 * @param found whether it is, at the one score
 * @param similarity of the detection paired with it
 * @param labelled a bit for each keypoint
 * @param near by alpha a bit for each keypoint
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FoundObject(
        int image,
        int order,
        int category,
        int cell,
        int areas,
        byte[] hits,
        boolean found,
        double similarity,
        long labelled,
        long[] near) {

    static final Comparator<FoundObject> ORDER =
            Comparator.comparingInt(FoundObject::image).thenComparingInt(FoundObject::order);

    FoundObject in(int otherCell) {
        return new FoundObject(image, order, category, otherCell, areas, hits, found, similarity, labelled, near);
    }
}
