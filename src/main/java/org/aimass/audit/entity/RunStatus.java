package org.aimass.audit.entity;

/** Where a run stands. Forward only, except that a failed run may be queued again for a new attempt of the same plan. */
public enum RunStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether somebody has yet to work on it. */
    public boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
