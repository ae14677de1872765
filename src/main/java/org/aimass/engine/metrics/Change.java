package org.aimass.engine.metrics;

/**
 * The interval of a difference of two numbers that each have an interval: square-and-add, also called MOVER (Newcombe, Statistics in
 * Medicine 17, 1998, 873-890, method 10, for independent and 2635-2650, method 8, for paired shares; Zou and Donner, Statistics in
 * Medicine 27, 2008, for any two estimates).
 *
 * <p>With d the distance of each estimate from the ends of its interval and c the correlation of the two, the difference
 * reaches down by the root of d1² - 2 c d1 d2 + d2², and likewise up. Where the correlation is not known, the least that is possible
 * gives an interval that holds whatever it is: it is never narrower than the true one would be.
 */
public final class Change {

    /** Of numbers measured over different people. */
    public static final double INDEPENDENT = 0;

    /** The least that any two numbers can have: nothing is known of how they hang together. */
    public static final double UNKNOWN = -1;

    private Change() {}

    /**
     * The interval of {@code second - first}.
     *
     * @param around the interval of each, of the same confidence
     * @param correlation from -1 to 1
     * @param method how the result's method is called
     */
    public static Interval interval(
            double first, Interval around, double second, Interval aroundSecond, double correlation, String method) {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException("a correlation lies from -1 to 1, not " + correlation);
        }
        if (around.confidence() != aroundSecond.confidence()) {
            throw new IllegalArgumentException("intervals of different confidence");
        }
        double difference = second - first;
        double down = reach(second - aroundSecond.low(), around.high() - first, correlation);
        double up = reach(aroundSecond.high() - second, first - around.low(), correlation);
        return new Interval(difference - down, difference + up, around.confidence(), method);
    }

    private static double reach(double one, double other, double correlation) {
        double a = Math.max(0, one);
        double b = Math.max(0, other);
        return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
    }

    /**
     * The least correlation that two shares of the same n people can have: as few as possible are counted in both (the bound of
     * Fréchet and Hoeffding), {@code max(0, x1 + x2 - n)} of them.
     *
     * @param x1 counted the first time, from 0 to n
     * @param x2 counted the second time, from 0 to n
     * @param n at least 1
     * @return from -1 to 0; 0 where one of the shares is 0 or 1, for then nothing varies
     */
    public static double leastCorrelation(double x1, double x2, double n) {
        Intervals.check(x1, n);
        Intervals.check(x2, n);
        double spread = Math.sqrt(x1 * (n - x1)) * Math.sqrt(x2 * (n - x2));
        return spread == 0 ? 0 : Math.max(-1, (Math.max(0, x1 + x2 - n) * n - x1 * x2) / spread);
    }
}
