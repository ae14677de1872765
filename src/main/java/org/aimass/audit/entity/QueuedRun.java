package org.aimass.audit.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as those see it who look after the machines: whose it is, where and since when; nothing of what is audited.
 *
 * @param number how people call it, such as {@code 2026-0312}
 * @param organizationId the auditor's
 * @param place in the order in which waiting runs would be claimed now, from 1; 0 unless it waits
 * @param node who claimed it last; empty before anybody has
 * @param attempt how often it was claimed
 * @param leaseLeft how long its node may still be silent, by the database's clock; negative when another may take it over, null
 *     unless it runs
 * @param percent of the rows that are done; null where nobody knows
 */
public record QueuedRun(
        UUID id,
        String number,
        UUID organizationId,
        RunStatus status,
        long place,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String node,
        int attempt,
        boolean cancelRequested,
        @Nullable Duration leaseLeft,
        @Nullable Long percent) {

    public Optional<Duration> lease() {
        return Optional.ofNullable(leaseLeft);
    }

    public boolean isLapsed() {
        return leaseLeft != null && leaseLeft.isNegative();
    }

    public OptionalLong done() {
        return percent == null ? OptionalLong.empty() : OptionalLong.of(percent);
    }

    /** Since it was queued, until its end or until now. */
    public Duration age(Instant now) {
        Instant end = finishedAt == null ? now : finishedAt;
        return end.isBefore(queuedAt) ? Duration.ZERO : Duration.between(queuedAt, end);
    }
}
