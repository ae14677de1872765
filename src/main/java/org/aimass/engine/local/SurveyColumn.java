package org.aimass.engine.local;

/**
 * What a column is for in a survey.
 *
 * @param number its place in the file, from 0
 * @param role LABEL, SCORE, PREDICTION, SENSITIVE, WEIGHT or OTHER
 * @param low the smallest number in it; NaN where it does not hold numbers
 * @param high the largest
 */
public record SurveyColumn(int number, Role role, double low, double high) {

    /** What it is for; whatever makes no difference here is OTHER. */
    public enum Role {
        LABEL,
        SCORE,
        PREDICTION,
        SENSITIVE,
        WEIGHT,
        OTHER
    }

    boolean hasRange() {
        return low <= high;
    }
}
