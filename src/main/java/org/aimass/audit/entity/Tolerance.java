package org.aimass.audit.entity;

/**
 * How far a group may be from its reference group, in both directions.
 *
 * @param scale what is compared
 * @param bound for a difference the largest one, in shares (0.05 is five percentage points), strictly between 0 and 1; for a
 *     ratio the smallest one, strictly between 0 and 1, the largest being its reciprocal (0.80 to 1.25)
 */
public record Tolerance(Scale scale, double bound) {

    /** What is compared. */
    public enum Scale {
        /** group minus reference */
        DIFFERENCE,
        /** group divided by reference */
        RATIO
    }

    public Tolerance {
        if (!(bound > 0 && bound < 1)) {
            throw new IllegalArgumentException("a tolerance lies between 0 and 1, not " + bound);
        }
    }

    /** The lower edge of the band. */
    public double low() {
        return scale == Scale.DIFFERENCE ? -bound : bound;
    }

    /** The upper edge of the band. */
    public double high() {
        return scale == Scale.DIFFERENCE ? bound : 1 / bound;
    }

    /** Where the groups are equal. */
    public double ideal() {
        return scale == Scale.DIFFERENCE ? 0 : 1;
    }

    /**
     * How many tolerances away from the ideal a gap is: 1 at the edge of the band. Differences are measured by their size,
     * ratios by the size of their logarithm, so that 0.8 and 1.25 are equally far.
     *
     * @param gap a difference, or a ratio of at least 0 (0 is infinitely far)
     */
    public double exceedance(double gap) {
        return scale == Scale.DIFFERENCE ? Math.abs(gap) / bound : Math.abs(Math.log(gap)) / Math.abs(Math.log(bound));
    }
}
