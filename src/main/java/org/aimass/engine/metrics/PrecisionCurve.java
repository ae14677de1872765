package org.aimass.engine.metrics;

/**
 * The detections of one category, best first.
 *
 * @param unit of each, the image or the block of images it lies in
 * @param hit by bit of area and threshold, whether it hits an object
 * @param ignored by the same, whether it does not count
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record PrecisionCurve(int[] unit, long[] hit, long[] ignored) {

    private static final int RECALLS = 101;
    private static final double STEP = 1.0 / (RECALLS - 1);

    /**
     * The mean of the precision at the recalls 0, 0.01, ..., 1: at each the highest that any detection from there on reaches, 0
     * where none reaches the recall.
     *
     * @param times how often each unit counts
     * @param objects how many there are, above 0
     */
    double average(int bit, int[] times, long objects) {
        long hits = 0;
        long alarms = 0;
        for (int i = 0; i < unit.length; i++) {
            if ((ignored[i] >>> bit & 1) == 0) {
                long isHit = hit[i] >>> bit & 1;
                hits += isHit * times[unit[i]];
                alarms += (1 - isHit) * times[unit[i]];
            }
        }
        int recall = RECALLS - 1;
        double best = 0;
        double sum = 0;
        for (int i = unit.length - 1; i >= 0 && hits > 0; i--) {
            int weight = times[unit[i]];
            if (weight == 0 || (ignored[i] >>> bit & 1) != 0) {
                continue;
            }
            if ((hit[i] >>> bit & 1) == 0) {
                alarms -= weight;
                continue;
            }
            best = Math.max(best, (double) hits / (hits + alarms));
            double reached = (double) hits / objects;
            hits -= weight;
            double before = hits == 0 ? -1 : (double) hits / objects;
            while (recall >= 0 && recall * STEP > before) {
                sum += recall * STEP <= reached ? best : 0;
                recall--;
            }
        }
        return sum / RECALLS;
    }
}
