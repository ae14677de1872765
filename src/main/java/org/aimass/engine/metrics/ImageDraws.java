package org.aimass.engine.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each image counts when images are drawn again, for all groups alike, because groups of objects share images: each
 * with a multiplicity of its own (Poisson bootstrap: Chamandy and others, Google Research, 2012). Where there are many images they are
 * drawn in blocks.
 */
public final class ImageDraws {

    /** Images are drawn in at most so many units: a power of 2. */
    private static final int MOST = 1_024;

    private final int units;
    private int @Nullable [][] drawn;

    /** @param images how many there are */
    public ImageDraws(int images) {
        units = Math.min(images, MOST);
    }

    /** The unit of an image, by its place in an order that follows from the data. */
    public int unit(int image) {
        return units < MOST ? image : (int) (Draws.mix(image) & (MOST - 1));
    }

    /** In how many units images are drawn. */
    public int units() {
        return units;
    }

    /** Each image once. */
    int[] once() {
        int[] times = new int[units];
        Arrays.fill(times, 1);
        return times;
    }

    /** By [replicate][unit]; the same count and seed at every call. */
    synchronized int[][] times(int count, long seed) {
        if (drawn == null) {
            drawn = new int[count][units];
            for (int unit = 0; unit < units; unit++) {
                Draws draws = new Draws(seed, "images " + unit);
                for (int[] replicate : drawn) {
                    replicate[unit] = draws.poissonOfOne();
                }
            }
        }
        return drawn;
    }
}
