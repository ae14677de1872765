package org.aimass.audit.entity;

/** How far beyond the tolerance a shown disparity was measured; a rule about size, not about harm. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    private static final double MEDIUM_FROM = 1.2;
    private static final double HIGH_FROM = 1.5;

    /**
     * HIGH from 1.5 tolerances on, MEDIUM from 1.2, else LOW.
     *
     * @param gap the measured difference or ratio
     */
    public static Severity of(Tolerance tolerance, double gap) {
        double exceedance = tolerance.exceedance(gap);
        if (exceedance >= HIGH_FROM) {
            return HIGH;
        }
        return exceedance >= MEDIUM_FROM ? MEDIUM : LOW;
    }
}
