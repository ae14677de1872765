package org.aimass.dataset.entity;

/** Where a dataset version is on its way. */
public enum DatasetStatus {
    /** The engine is reading the file. */
    PROFILING,
    /** Read; its columns' roles may still be changed. */
    PROFILED,
    /** Fixed; may be used in audits. */
    READY,
    /** The file cannot be used. */
    REFUSED
}
