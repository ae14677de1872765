package org.aimass.report.entity;

import java.time.Instant;
import org.aimass.shared.Bilingual;

/**
 * A report as the register lists it.
 *
 * @param publishedAt its first version
 * @param validUntil the version that stands
 * @param task the engine's word
 * @param shown how many comparisons showed a disparity
 * @param within how many were within tolerance
 * @param insufficient for how many the evidence was not enough
 */
public record RegisterEntry(
        String number,
        ReportStatus status,
        Instant publishedAt,
        Instant validUntil,
        Bilingual title,
        Bilingual summary,
        Bilingual organization,
        String task,
        int shown,
        int within,
        int insufficient) {

    /** Whether what it says holds today. */
    public boolean isStanding() {
        return status == ReportStatus.PUBLISHED || status == ReportStatus.CORRECTED;
    }
}
