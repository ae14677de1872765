package org.aimass.engine.metrics;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The detections that hit nothing, by category, best first; and where in the order of all detections there come to be too many of
 * them by image: at 9 rates from 0.01 to 1, evenly spread in the logarithm (Dollár et al., PAMI 34, 2012).
 */
public final class FalseAlarms {

    private static final int RATES = 9;
    /** By rate its false alarms for each image. */
    private static final double[] AT = IntStream.range(0, RATES)
            .mapToDouble(rate -> StrictMath.pow(10, -2 + 2.0 * rate / (RATES - 1)))
            .toArray();

    private static final double LEAST_SHARE = 1e-10;

    /** One category's false alarms: their units and their places in the order of all its detections. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record Ranked(int[] unit, int[] place) {}

    private final List<Ranked> categories;
    private final int[] imagesOfUnit;
    private final int[][] @Nullable [] drawn;

    /**
     * @param imagesOfUnit how many images each unit holds
     * @param replicates how many may be asked for, where several groups ask for the same; else 0
     */
    public FalseAlarms(List<Ranked> categories, int[] imagesOfUnit, int replicates) {
        this.categories = List.copyOf(categories);
        this.imagesOfUnit = imagesOfUnit.clone();
        drawn = new int[replicates][][];
    }

    /** The same for the times of a replicate, looked up where that is worth it. */
    int[][] stops(int replicate, int[] times) {
        if (replicate >= drawn.length) {
            return stops(times);
        }
        synchronized (drawn) {
            int[][] known = drawn[replicate];
            if (known != null) {
                return known;
            }
        }
        int[][] stops = stops(times);
        synchronized (drawn) {
            drawn[replicate] = stops;
        }
        return stops;
    }

    /** By category and rate the place of the first detection that is beyond it. */
    int[][] stops(int[] times) {
        long images = 0;
        for (int unit = 0; unit < times.length; unit++) {
            images += (long) times[unit] * imagesOfUnit[unit];
        }
        int[][] stops = new int[categories.size()][RATES];
        for (int category = 0; category < stops.length; category++) {
            Ranked ranked = categories.get(category);
            long alarms = 0;
            int rate = 0;
            for (int i = 0; i < ranked.unit.length && rate < RATES; i++) {
                alarms += times[ranked.unit[i]];
                while (rate < RATES && (double) alarms > AT[rate] * images) {
                    stops[category][rate++] = ranked.place[i];
                }
            }
            while (rate < RATES) {
                stops[category][rate++] = Integer.MAX_VALUE;
            }
        }
        return stops;
    }

    /**
     * The geometric mean over the rates of the share of objects missed, no share below 10^-10.
     *
     * @param hits of a category, by place in the order of all its detections
     * @param stops of that category
     * @param objects how many there are, above 0
     */
    static double missRate(Ranked hits, int[] stops, int[] times, long objects) {
        long found = 0;
        int next = 0;
        double sum = 0;
        for (int stop : stops) {
            for (; next < hits.unit.length && hits.place[next] < stop; next++) {
                found += times[hits.unit[next]];
            }
            sum += StrictMath.log(Math.max(LEAST_SHARE, (double) (objects - found) / objects));
        }
        return StrictMath.exp(sum / RATES);
    }
}
