package org.aimass.audit.entity;

/** Where an auditor's judgement of a completed run stands. */
public enum ReviewStatus {
    /** Nobody has judged it yet. */
    OPEN,
    /** The auditor has signed. */
    JUDGED,
    /** Somebody else has published what the auditor signed. */
    APPROVED,
    /** Somebody else has sent it back. */
    REJECTED
}
