package org.aimass.report.entity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a report a snapshot is.
 *
 * @param version from 1
 * @param validUntil UTC, ISO 8601; from then on the report has lapsed
 * @param corrects what it replaces; null in a first version
 */
public record Edition(
        int version, String validUntil, @Nullable Correction corrects) {

    /** For how long the result of one audit is held to be valid. */
    public static final int YEARS_VALID = 1;

    /**
     * What a version replaces, and why.
     *
     * @param version the replaced one
     * @param sha256 the digest of its snapshot
     * @param reason as the public reads it
     * @param parts what is different, by the names of {@link Changes.Part}
     */
    public record Correction(int version, String sha256, Bilingual reason, List<String> parts) {

        public Correction {
            parts = List.copyOf(parts);
        }
    }

    /** A first version. */
    static Edition first(Instant publishedAt) {
        return new Edition(1, expiry(publishedAt).toString(), null);
    }

    /** When what is published at that moment lapses. */
    public static Instant expiry(Instant publishedAt) {
        return publishedAt.atOffset(ZoneOffset.UTC).plusYears(YEARS_VALID).toInstant();
    }
}
