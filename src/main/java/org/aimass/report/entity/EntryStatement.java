package org.aimass.report.entity;

import java.time.Instant;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What one entry in a report's history says, as a log can take it: written as canonical JSON, its digest is the entry's name, and
 * it names the entry before it. Nobody is named in it.
 *
 * @param format {@value #FORMAT}
 * @param report the report's number
 * @param entry from 1
 * @param kind PUBLISHED, CORRECTED, LAPSED or WITHDRAWN
 * @param version the version that stands from here on, or that no longer stands
 * @param at UTC, ISO 8601
 * @param reason as the public reads it; null where nobody gives one
 * @param reportSha256 the digest of that version's snapshot
 * @param previousSha256 the digest of the entry before; null in the first
 */
public record EntryStatement(
        String format,
        String report,
        int entry,
        ReportStatus kind,
        int version,
        String at,
        @Nullable Bilingual reason,
        String reportSha256,
        @Nullable String previousSha256) {

    public static final String FORMAT = "aimass-report-entry/1";

    public Instant happenedAt() {
        return Instant.parse(at);
    }
}
