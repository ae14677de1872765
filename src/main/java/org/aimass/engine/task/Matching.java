package org.aimass.engine.task;

import java.util.Arrays;
import java.util.List;

/**
 * Which detection hits which object, in one image and of one category: the best detection first, each takes the object that it
 * covers best among those that are still free and covered enough. An object that is ignored is taken only where no other is, a
 * crowd by any number of detections.
 *
 * @param overlap by [detection, best first][object]
 * @param crowd by object
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Matching(double[][] overlap, boolean[] crowd) {

    static final int NONE = -1;
    /** A threshold of 1 is met by what is equal but for rounding. */
    private static final double HIGHEST = 1 - 1e-10;

    /** Of each detection the object that it hits. */
    int[] at(double threshold, boolean[] ignored) {
        int[] order = order(ignored);
        int[] hit = new int[overlap.length];
        Arrays.fill(hit, NONE);
        boolean[] taken = new boolean[crowd.length];
        for (int detection = 0; detection < overlap.length; detection++) {
            double best = Math.min(threshold, HIGHEST);
            for (int object : order) {
                if (taken[object] && !crowd[object]) {
                    continue;
                }
                if (hit[detection] != NONE && !ignored[hit[detection]] && ignored[object]) {
                    break;
                }
                if (overlap[detection][object] >= best) {
                    best = overlap[detection][object];
                    hit[detection] = object;
                }
            }
            if (hit[detection] != NONE) {
                taken[hit[detection]] = true;
            }
        }
        return hit;
    }

    /** Those that are ignored last. */
    private static int[] order(boolean[] ignored) {
        int[] order = new int[ignored.length];
        int next = 0;
        for (boolean last : List.of(false, true)) {
            for (int object = 0; object < ignored.length; object++) {
                if (ignored[object] == last) {
                    order[next++] = object;
                }
            }
        }
        return order;
    }

    /**
     * Pairs of an object and a detection, the most similar pair first, each in one pair at most: of each object its detection.
     *
     * @param ignored by object, whether it is left alone
     */
    int[] pairs(boolean[] ignored) {
        int[] pair = new int[crowd.length];
        Arrays.fill(pair, NONE);
        boolean[] used = new boolean[overlap.length];
        for (int pairs = 0; pairs < Math.min(used.length, pair.length); pairs++) {
            int detection = NONE;
            int object = NONE;
            for (int one = 0; one < used.length; one++) {
                for (int other = 0; !used[one] && other < pair.length; other++) {
                    boolean better = detection == NONE || overlap[one][other] > overlap[detection][object];
                    if (!ignored[other] && pair[other] == NONE && better) {
                        detection = one;
                        object = other;
                    }
                }
            }
            if (detection == NONE) {
                return pair;
            }
            used[detection] = true;
            pair[object] = detection;
        }
        return pair;
    }
}
