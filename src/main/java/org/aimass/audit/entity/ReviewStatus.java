package org.aimass.audit.entity;

/** Where an auditor's judgement of a completed run stands. */
public enum ReviewStatus {
    /** Nobody has judged it yet. */
    OPEN,
    /** The auditor has signed. */
    JUDGED,
    /** Somebody else has approved what the auditor signed; it may be published. */
    APPROVED,
    /** Somebody else has sent it back with a reason; it may be judged again. */
    REJECTED
}
