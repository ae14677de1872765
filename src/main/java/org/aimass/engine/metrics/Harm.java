package org.aimass.engine.metrics;

/**
 * A way to fare worse than others: a greater share of rows with the harm.
 *
 * @param shown the rate that is told
 * @param harmed the cells with the harm
 * @param concerned the cells that could have it
 */
record Harm(Rate shown, int harmed, int concerned) {

    private static final int CELLS = 4;

    static Harm of(Rate rate) {
        return new Harm(rate, rate.numerator(), rate.denominator());
    }

    /** Not to be selected: to be denied what the rate counts. */
    static Harm lackOf(Rate rate) {
        return new Harm(rate, rate.denominator() & ~rate.numerator(), rate.denominator());
    }

    long harmed(long[] counts) {
        return sum(harmed, counts);
    }

    long concerned(long[] counts) {
        return sum(concerned, counts);
    }

    /** The share that is told, of rows of which some are concerned and some of these harmed. */
    Proportion share(long ofHarmed, long ofConcerned) {
        long counted = shown.numerator() == harmed ? ofHarmed : ofConcerned - ofHarmed;
        return new Proportion((double) counted, (double) ofConcerned, (double) ofConcerned, true);
    }

    private static long sum(int bits, long[] counts) {
        long sum = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            sum += (bits >> cell & 1) == 1 ? counts[cell] : 0;
        }
        return sum;
    }
}
