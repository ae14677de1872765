package org.aimass.engine.metrics;

/**
 * Draws people again, each as often as Poisson's distribution of mean 1 says, so that what two people did together counts as often
 * as the product (Owen, The pigeonhole bootstrap, Annals of Applied Statistics 1, 2007: where pairs vary more than people do, it is
 * wider than need be, never narrower). A person's draw depends on the seed, the replicate and the person alone, so that groups that
 * share people are drawn together.
 */
final class PersonDraws {

    /** P(X &lt;= k) of Poisson's distribution of mean 1. */
    private static final double[] CUMULATIVE = new double[20];

    static {
        double density = StrictMath.exp(-1);
        double sum = 0;
        for (int k = 0; k < CUMULATIVE.length; k++) {
            sum += density;
            CUMULATIVE[k] = sum;
            density /= k + 1;
        }
    }

    private PersonDraws() {}

    /** Tells the draws of one replicate from those of others. */
    static long stream(long seed, int replicate) {
        return Draws.mix(Draws.mix(seed) + replicate);
    }

    /** How often a person counts, from 0 to 20. */
    static int times(long stream, long person) {
        double uniform = (Draws.mix(stream ^ Draws.mix(person)) >>> 11) * 0x1p-53;
        int times = 0;
        while (times < CUMULATIVE.length && uniform >= CUMULATIVE[times]) {
            times++;
        }
        return times;
    }
}
