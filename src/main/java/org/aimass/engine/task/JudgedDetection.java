package org.aimass.engine.task;

import java.util.Comparator;

/**
 * A detection, and what it hits.
 *
 * @param image its number
 * @param rank its place among those of its image and category, best first
 * @param hit a bit for each area and threshold at which it hits an object that is to be found
 * @param ignored a bit for each area and threshold at which it does not count
 * @param cell of the features of the object that it hits at the threshold of the one recall, or one of the two below
 */
record JudgedDetection(int image, int rank, int category, double score, long hit, long ignored, int cell) {

    /** It hits nothing. */
    static final int FALSE_ALARM = -1;
    /** It does not count. */
    static final int IGNORED = -2;

    /** Category by category the best first; of equally good ones that of the first image. */
    static final Comparator<JudgedDetection> ORDER = Comparator.comparingInt(JudgedDetection::category)
            .thenComparing(Comparator.comparingDouble(JudgedDetection::score).reversed())
            .thenComparingInt(JudgedDetection::image)
            .thenComparingInt(JudgedDetection::rank);

    JudgedDetection in(int otherCell) {
        return new JudgedDetection(image, rank, category, score, hit, ignored, otherCell);
    }
}
