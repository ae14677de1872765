package org.aimass.audit.entity;

/**
 * What a policy says about one comparison of a group with its reference group, in the order in which tallies name them. There
 * is no fourth word: a comparison that cannot be made is {@link #INSUFFICIENT_EVIDENCE}, with its reason.
 */
public enum Verdict {
    /** The one-sided test that the gap exceeds the tolerance rejects, after Holm's correction over the policy's comparisons. */
    DISPARITY_SHOWN,
    /** The interval of the difference or ratio lies wholly inside the tolerance. */
    WITHIN_TOLERANCE,
    /** Neither was shown, or the comparison could not be made. */
    INSUFFICIENT_EVIDENCE
}
