package org.aimass.engine.local;

import org.aimass.engine.task.DetectedImage;

/** Says what was detected in an image. For one thread. */
interface ImageObjects extends AutoCloseable {

    /** @param image its place in the order of the images' ids */
    DetectedImage.Things of(int image);

    @Override
    default void close() {}
}
