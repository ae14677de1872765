package org.aimass.engine.metrics;

import java.util.Arrays;

/** The detections of one category, best first, and at which areas and thresholds each hits an object. */
public final class PrecisionCurve {

    private static final int RECALLS = 101;
    private static final double STEP = 1.0 / (RECALLS - 1);

    private final int[] unit;
    private final long[] hit;
    private final long[] ignored;
    private final int[] hitsOfBit = new int[Long.SIZE];

    /**
     * @param unit of each detection, the image or the block of images it lies in
     * @param hit by bit of area and threshold, whether it hits an object
     * @param ignored by the same, whether it does not count
     */
    public PrecisionCurve(int[] unit, long[] hit, long[] ignored) {
        this.unit = unit.clone();
        this.hit = hit.clone();
        this.ignored = ignored.clone();
        for (int i = 0; i < hit.length; i++) {
            for (long bits = hit[i] & ~ignored[i]; bits != 0; bits &= bits - 1) {
                hitsOfBit[Long.numberOfTrailingZeros(bits)]++;
            }
        }
    }

    /**
     * The mean of the precision at the recalls 0, 0.01, ..., 1: at each the highest that any detection from there on reaches, 0
     * where none reaches the recall.
     *
     * @param times how often each unit counts
     * @param objects by bit how many there are
     * @return by bit; NaN where there are no objects
     */
    double[] averages(int[] times, long[] objects) {
        int bits = objects.length;
        long asked = 0;
        Hits[] hits = new Hits[bits];
        for (int bit = 0; bit < bits; bit++) {
            hits[bit] = new Hits(objects[bit] > 0 ? hitsOfBit[bit] : 0);
            asked |= objects[bit] > 0 ? 1L << bit : 0;
        }
        for (int i = 0; i < unit.length; i++) {
            int weight = times[unit[i]];
            for (long left = weight == 0 ? 0 : asked & ~ignored[i]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                hits[bit].add(weight, (hit[i] >>> bit & 1) != 0);
            }
        }
        double[] averages = new double[bits];
        Arrays.setAll(averages, bit -> objects[bit] > 0 ? hits[bit].average(objects[bit]) : Double.NaN);
        return averages;
    }

    /** The hits of one area and threshold, best first. */
    private static final class Hits {

        private final double[] precision;
        private final long[] found;
        private int size;
        private long hits;
        private long alarms;

        private Hits(int room) {
            precision = new double[room];
            found = new long[room];
        }

        private void add(int weight, boolean isHit) {
            if (isHit) {
                hits += weight;
                precision[size] = (double) hits / (hits + alarms);
                found[size++] = hits;
            } else {
                alarms += weight;
            }
        }

        /** From the last hit to the first: at each recall that the hit before does not reach. */
        private double average(long objects) {
            int recall = RECALLS - 1;
            double best = 0;
            double sum = 0;
            for (int i = size - 1; i >= 0; i--) {
                best = Math.max(best, precision[i]);
                double reached = (double) found[i] / objects;
                double before = i == 0 ? -1 : (double) found[i - 1] / objects;
                while (recall >= 0 && recall * STEP > before) {
                    sum += recall * STEP <= reached ? best : 0;
                    recall--;
                }
            }
            return sum / RECALLS;
        }
    }
}
