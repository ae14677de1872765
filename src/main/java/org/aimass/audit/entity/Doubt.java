package org.aimass.audit.entity;

/** Why a comparison ended in {@link Verdict#INSUFFICIENT_EVIDENCE}. */
public enum Doubt {
    /** Nobody of the group is in the rate's denominator. */
    GROUP_UNDEFINED,
    /** Nobody of the reference group is in the rate's denominator. */
    REFERENCE_UNDEFINED,
    /** Fewer people of the group in the rate's denominator than the policy asks for. */
    GROUP_TOO_SMALL,
    /** Fewer people of the reference group in the rate's denominator than the policy asks for. */
    REFERENCE_TOO_SMALL,
    /** The reference group's rate is zero, so that no ratio to it exists. */
    RATIO_UNDEFINED,
    /** The value is no share of people, and how sure it is was not measured: rows too few, too many or not varying. */
    ERROR_UNKNOWN,
    /** The interval reaches over an edge of the tolerance. */
    ACROSS_THE_EDGE,
    /** The interval lies beyond the tolerance, but not after the correction for all comparisons of the policy. */
    NOT_AFTER_CORRECTION
}
