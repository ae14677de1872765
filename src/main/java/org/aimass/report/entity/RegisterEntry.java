package org.aimass.report.entity;

import java.time.Instant;
import org.aimass.shared.Bilingual;

/**
 * A report as the register lists it.
 *
 * @param task the engine's word
 * @param shown how many comparisons showed a disparity
 * @param within how many were within tolerance
 * @param insufficient for how many the evidence was not enough
 */
public record RegisterEntry(
        String number,
        ReportStatus status,
        Instant publishedAt,
        Bilingual title,
        Bilingual summary,
        Bilingual organization,
        String task,
        int shown,
        int within,
        int insufficient) {}
