package org.aimass.audit.entity;

/** Where a finding stands between the auditor and the model's organization. */
public enum FindingStatus {
    /** It waits for an owner, or for the owner's answer. */
    OPEN,
    /** The model's organization has answered; the auditor reads it. */
    ANSWERED,
    /** The auditor has accepted the answer; what it promises is being done. */
    ACCEPTED,
    /** Nothing more is to be done. */
    CLOSED
}
