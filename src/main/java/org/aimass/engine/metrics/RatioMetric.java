package org.aimass.engine.metrics;

import java.util.Map;

/**
 * A metric that is made of the rows' numbers: the quotient of two sums over them, or what is made of the quotients of each row or
 * each unit.
 *
 * @param above the number of a row whose sum stands above
 * @param below the number of a row whose sum stands below; at least 0
 * @param keying which of the groupings of rows into independent units holds for it
 * @param form how the value follows
 * @param least what the value cannot be below
 * @param most what the value cannot be above
 * @param whyUndefined where nothing stands below
 */
public record RatioMetric(
        BaseMetric base, int above, int below, int keying, Form form, double least, double most, String whyUndefined) {

    /** How a value follows from the numbers. */
    public enum Form {
        /** sum over sum, a count over a count */
        COUNTS,
        /** the same, and nothing above is more than what is below */
        SHARE,
        /** sum over sum, but the sum above counts nothing */
        MEAN,
        /** the middle of the quotients of the rows that have something below */
        MEDIAN,
        /** the mean of the quotients of the units that have something below, each of them counting once */
        MEAN_OF_UNITS
    }

    /** A quotient of counts, at least 0. */
    public static RatioMetric counts(String name, int above, int below, String whyUndefined) {
        return of(name, above, below, Form.COUNTS, Double.POSITIVE_INFINITY, whyUndefined);
    }

    /** The share of what is counted below that is counted above too. */
    public static RatioMetric share(String name, int above, int below, String whyUndefined) {
        return of(name, above, below, Form.SHARE, 1, whyUndefined);
    }

    /** A number at least 0, made in that form. */
    public static RatioMetric of(String name, int above, int below, Form form, double most, String whyUndefined) {
        return new RatioMetric(
                new BaseMetric(name, Map.of(), false, false), above, below, 0, form, 0, most, whyUndefined);
    }

    /** The same over the units of another grouping, and within other bounds. */
    public RatioMetric keyed(int other, double from, double to) {
        return new RatioMetric(base, above, below, other, form, from, to, whyUndefined);
    }

    boolean isOfSums() {
        return form == Form.COUNTS || form == Form.SHARE || form == Form.MEAN;
    }
}
