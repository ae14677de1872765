package org.aimass.report.entity;

/** What the public is told about a report's standing. */
public enum ReportStatus {
    PUBLISHED,
    CORRECTED,
    LAPSED,
    WITHDRAWN
}
