package org.aimass.audit.entity;

/** Why a run ended without an outcome. */
public enum Failure {
    /** The engine refuses the data, the model or the plan; its line says which and where. */
    INPUT_REFUSED,
    /** The stored bytes are not those that were registered. */
    INPUT_CHANGED,
    /** The engine ran out of memory or died in native code. */
    ENGINE_DIED,
    /** The engine did not finish in the time allowed. */
    DEADLINE_PASSED,
    /** The engine's outcome is not what the plan asked for, or not well formed. */
    OUTCOME_REFUSED,
    /** The engine could not be started as this portal demands. */
    ENGINE_NOT_STARTED,
    /** The portal's node was lost in every attempt. */
    NODES_LOST,
    /** The portal itself failed; the log knows more under the run's id. */
    PORTAL_FAILED
}
