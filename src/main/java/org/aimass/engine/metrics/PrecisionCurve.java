package org.aimass.engine.metrics;

import java.util.Arrays;

/**
 * The detections of one category, best first, and at which areas and thresholds each hits an object. Precision is asked for where
 * something is hit alone, so what lies between two hits is counted once for all thresholds of an area, not at each.
 */
public final class PrecisionCurve {

    private static final int RECALLS = 101;
    private static final double STEP = 1.0 / (RECALLS - 1);

    private final int thresholds;
    private final Area[] areas;

    /**
     * @param unit of each detection, the image or the block of images it lies in
     * @param hit by bit, whether it hits an object
     * @param ignored by the same, whether it does not count
     * @param areas how many there are, each of so many thresholds, the lowest bits those of the first
     */
    public PrecisionCurve(int[] unit, long[] hit, long[] ignored, int areas, int thresholds) {
        this.thresholds = thresholds;
        this.areas = new Area[areas];
        Arrays.setAll(this.areas, area -> new Area(unit, hit, ignored, area * thresholds, thresholds));
    }

    /**
     * The mean of the precision at the recalls 0, 0.01, ..., 1: at each the highest that any detection from there on reaches, 0
     * where none reaches the recall.
     *
     * @param times how often each unit counts
     * @param objects by area how many there are
     * @return by bit; NaN where there are no objects
     */
    double[] averages(int[] times, long[] objects) {
        double[] averages = new double[areas.length * thresholds];
        for (int area = 0; area < areas.length; area++) {
            if (objects[area] > 0) {
                areas[area].averages(times, objects[area], averages, area * thresholds);
            } else {
                Arrays.fill(averages, area * thresholds, (area + 1) * thresholds, Double.NaN);
            }
        }
        return averages;
    }

    /** The detections that count at a threshold of an area at least. */
    private static final class Area {

        private final int[] unit;
        /** By threshold the places among these, times 2, of the hits, and, plus 1, of what does not count at this threshold. */
        private final int[][] marks;

        private Area(int[] units, long[] hit, long[] ignored, int first, int thresholds) {
            long all = -1L >>> (Long.SIZE - thresholds);
            int[] counting = new int[units.length];
            int size = 0;
            for (int i = 0; i < units.length; i++) {
                if ((ignored[i] >>> first & all) != all) {
                    counting[size++] = i;
                }
            }
            unit = new int[size];
            marks = new int[thresholds][];
            Arrays.setAll(unit, place -> units[counting[place]]);
            int[] room = new int[size];
            for (int threshold = 0; threshold < thresholds; threshold++) {
                int bit = first + threshold;
                int found = 0;
                for (int place = 0; place < size; place++) {
                    boolean out = (ignored[counting[place]] >>> bit & 1) != 0;
                    if (out || (hit[counting[place]] >>> bit & 1) != 0) {
                        room[found++] = 2 * place + (out ? 1 : 0);
                    }
                }
                marks[threshold] = Arrays.copyOf(room, found);
            }
        }

        private void averages(int[] times, long objects, double[] averages, int first) {
            long[] until = new long[unit.length];
            long counted = 0;
            for (int place = 0; place < unit.length; place++) {
                counted += times[unit[place]];
                until[place] = counted;
            }
            int most = 0;
            for (int[] each : marks) {
                most = Math.max(most, each.length);
            }
            Hits hits = new Hits(most);
            for (int threshold = 0; threshold < marks.length; threshold++) {
                hits.clear();
                for (int mark : marks[threshold]) {
                    int place = mark >> 1;
                    hits.add(times[unit[place]], until[place], (mark & 1) == 0);
                }
                averages[first + threshold] = hits.average(objects);
            }
        }
    }

    /** The hits of one area and threshold, best first. */
    private static final class Hits {

        private final double[] precision;
        private final long[] found;
        private int size;
        private long hits;
        private long out;

        private Hits(int room) {
            precision = new double[room];
            found = new long[room];
        }

        private void clear() {
            size = 0;
            hits = 0;
            out = 0;
        }

        /** @param until how many detections there are so far, those included that do not count */
        private void add(int weight, long until, boolean isHit) {
            if (weight == 0) {
                return;
            }
            if (isHit) {
                hits += weight;
                precision[size] = (double) hits / (until - out);
                found[size++] = hits;
            } else {
                out += weight;
            }
        }

        /** From the last hit to the first: at each recall that the hit before does not reach. */
        private double average(long objects) {
            int recall = RECALLS - 1;
            double best = 0;
            double sum = 0;
            double reached = size == 0 ? 0 : (double) found[size - 1] / objects;
            for (int i = size - 1; i >= 0; i--) {
                best = Math.max(best, precision[i]);
                double before = i == 0 ? -1 : (double) found[i - 1] / objects;
                while (recall >= 0 && recall * STEP > before) {
                    sum += recall * STEP <= reached ? best : 0;
                    recall--;
                }
                reached = before;
            }
            return sum / RECALLS;
        }
    }
}
