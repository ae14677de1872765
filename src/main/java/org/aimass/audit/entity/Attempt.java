package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest try of a run, and how it ended. Claims and leases are written by the database itself, not here. */
@Embeddable
public class Attempt {

    /** How often a run is claimed before it counts as failed. */
    public static final int MOST = 3;

    private static final int LONGEST_DETAIL = 2_000;

    @Column(name = "attempt")
    private int number;

    @Column(name = "attempt_limit")
    private int limit = MOST;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    private @Nullable String node;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    private @Nullable Boolean sandboxed;

    @Enumerated(EnumType.STRING)
    private @Nullable Failure failure;

    @Column(name = "failure_detail")
    private @Nullable String failureDetail;

    void ranIn(boolean sandbox) {
        sandboxed = sandbox;
    }

    void end(Instant now) {
        finishedAt = now;
    }

    void fail(Failure reason, String detail, Instant now) {
        failure = reason;
        failureDetail = detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
        finishedAt = now;
    }

    boolean requestCancel() {
        boolean first = !cancelRequested;
        cancelRequested = true;
        return first;
    }

    /** Forgets how the tries so far ended, not how many they were. */
    void again() {
        limit = number + MOST;
        startedAt = null;
        finishedAt = null;
        sandboxed = null;
        failure = null;
        failureDetail = null;
    }

    /** The fencing number: how often the run was claimed. */
    public int number() {
        return number;
    }

    /** Whether no other may follow without somebody asking for it. */
    public boolean isLast() {
        return number >= limit;
    }

    public boolean isCancelRequested() {
        return cancelRequested;
    }

    /** Who claimed it; empty before anybody has. */
    public String node() {
        return node == null ? "" : node;
    }

    /** When it was claimed. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** From claim to end. */
    public Optional<Duration> took() {
        return startedAt == null || finishedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, finishedAt));
    }

    /** Whether the engine ran in a sandbox; empty before it was started. */
    public Optional<Boolean> sandboxed() {
        return Optional.ofNullable(sandboxed);
    }

    /** Only of a failed run. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** The engine's own line, in English; may be empty. */
    public String failureDetail() {
        return failureDetail == null ? "" : failureDetail;
    }
}
