package org.aimass.engine.metrics;

import java.util.Arrays;

/**
 * Scores of more rows than can be kept one by one: for each code (a group's cell) the rows of each of some 7,700 bins, with
 * exact sums. Bins are narrow near 0 and near 1, 128 to each halving of the distance, so that squeezed scores stay apart; no
 * bin crosses an edge of a calibration bin or of {@link ScoreBins}. Histograms of parts merge to that of the whole.
 */
public final class ScoreHistogram {

    private static final int SUMS = 5;
    private static final int MASS = 0;
    private static final int SQUARE = 1;
    private static final int SCORE = 2;
    private static final int BRIER = 3;
    private static final int LOSS = 4;
    private static final long EMPTY = -1;

    private static final int BINS_PER_OCTAVE_BITS = 7;
    private static final int OCTAVES = 30;
    private static final long LOWEST = (1023L - OCTAVES) << BINS_PER_OCTAVE_BITS;
    private static final int HALF = (int) ((1022L << BINS_PER_OCTAVE_BITS) - LOWEST);

    private final BaseMetrics metrics;
    private int size;
    private long[] keys = new long[1024];
    private int[] slots = new int[1024];
    private long[] keyOf = new long[256];
    private double[] least = new double[256];
    private long[] plain = new long[256];
    private final ExactSums sums = new ExactSums(256 * SUMS);

    /** @param metrics whose calibration bins are respected */
    public ScoreHistogram(BaseMetrics metrics) {
        this.metrics = metrics;
        Arrays.fill(keys, EMPTY);
    }

    /**
     * @param code at least 0: which group and cell the row belongs to; its lowest two bits are the cell
     * @param score from 0 to 1
     */
    public void add(int code, double score, double mass) {
        int slot = slot(((long) code << 32) | bin(score));
        boolean positive = Rate.labelledPositive(code & 3);
        least[slot] = Math.min(least[slot], score);
        if (mass == 1) {
            plain[slot]++;
        } else {
            sums.add(slot * SUMS + MASS, mass);
            sums.add(slot * SUMS + SQUARE, mass * mass);
        }
        sums.add(slot * SUMS + SCORE, mass * score);
        sums.add(slot * SUMS + BRIER, mass * GroupRows.brier(score, positive));
        sums.add(slot * SUMS + LOSS, mass * GroupRows.loss(score, positive));
    }

    /** @param codes what the other's codes are called here */
    public void merge(ScoreHistogram other, int[] codes) {
        other.addPlain();
        for (int from = 0; from < other.size; from++) {
            long key = other.keyOf[from];
            int slot = slot(((long) codes[(int) (key >>> 32)] << 32) | (key & 0xffffffffL));
            least[slot] = Math.min(least[slot], other.least[from]);
            for (int sum = 0; sum < SUMS; sum++) {
                sums.merge(slot * SUMS + sum, other.sums, from * SUMS + sum);
            }
        }
    }

    /** Rows of weight 1 are counted, and enter the sums all at once. */
    private void addPlain() {
        for (int slot = 0; slot < size; slot++) {
            sums.add(slot * SUMS + MASS, (double) plain[slot]);
            sums.add(slot * SUMS + SQUARE, (double) plain[slot]);
            plain[slot] = 0;
        }
    }

    /** How many bins hold rows, over all codes. */
    public int size() {
        return size;
    }

    /** The code of an entry. */
    public int code(int entry) {
        return (int) (keyOf[entry] >>> 32);
    }

    /** For each entry a score that stands for its bin: the least in the bin, over all codes. */
    public double[] scores() {
        int bins = 0;
        for (int entry = 0; entry < size; entry++) {
            bins = Math.max(bins, (int) keyOf[entry] + 1);
        }
        double[] leastOfBin = new double[bins];
        Arrays.fill(leastOfBin, 2);
        for (int entry = 0; entry < size; entry++) {
            int bin = (int) keyOf[entry];
            leastOfBin[bin] = Math.min(leastOfBin[bin], least[entry]);
        }
        double[] scores = new double[size];
        Arrays.setAll(scores, entry -> leastOfBin[(int) keyOf[entry]]);
        return scores;
    }

    /** The entries' weights. */
    public double[] masses() {
        return column(MASS);
    }

    /** The entries' other sums. */
    public RowColumns.Binned binned() {
        return new RowColumns.Binned(column(SQUARE), column(SCORE), column(BRIER), column(LOSS));
    }

    private double[] column(int sum) {
        addPlain();
        double[] column = new double[size];
        Arrays.setAll(column, entry -> sums.value(entry * SUMS + sum));
        return column;
    }

    /** Rises with the score. */
    private int bin(double score) {
        int bin = score < 0.5 ? distance(score) : 2 * HALF + 1 - distance(1 - score);
        for (int binning = 0; binning < metrics.binnings(); binning++) {
            bin += metrics.bin(binning, score);
        }
        return bin + ScoreBins.place(score);
    }

    /** 0 up to 2^-30, then the exponent and the first bits of the fraction. */
    private static int distance(double fromEnd) {
        long bits = Double.doubleToLongBits(fromEnd) >>> (52 - BINS_PER_OCTAVE_BITS);
        return (int) Math.max(0, Math.min(HALF, bits - LOWEST));
    }

    private int slot(long key) {
        int at = place(key, keys.length);
        while (keys[at] != EMPTY) {
            if (keys[at] == key) {
                return slots[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        if (size == keyOf.length) {
            keyOf = Arrays.copyOf(keyOf, 2 * size);
            least = Arrays.copyOf(least, 2 * size);
            plain = Arrays.copyOf(plain, 2 * size);
            sums.grow(2 * size * SUMS);
        }
        keys[at] = key;
        slots[at] = size;
        keyOf[size] = key;
        least[size] = 2;
        size++;
        if (2 * size > keys.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        int length = 2 * keys.length;
        keys = new long[length];
        slots = new int[length];
        Arrays.fill(keys, EMPTY);
        for (int slot = 0; slot < size; slot++) {
            int at = place(keyOf[slot], length);
            while (keys[at] != EMPTY) {
                at = (at + 1) & (length - 1);
            }
            keys[at] = keyOf[slot];
            slots[at] = slot;
        }
    }

    private static int place(long key, int length) {
        return (int) (Draws.mix(key) & (length - 1));
    }
}
