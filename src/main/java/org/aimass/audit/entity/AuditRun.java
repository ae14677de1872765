package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a frozen plan. QUEUED by its author; claimed by a node, which makes it RUNNING under a new attempt number
 * and a lease; COMPLETED with an outcome, FAILED with a reason, or CANCELLED. Whoever ends a running attempt names its number,
 * and only the latest is believed. A failed run may be queued again.
 */
@Entity
@Table(name = "audit_run")
public class AuditRun {

    @Id
    private UUID id;

    private String number;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Embedded
    private Subject subject;

    private String plan;

    @Column(name = "plan_sha256")
    private String planDigest;

    @Embedded
    private Author author;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Enumerated(EnumType.STRING)
    private RunStatus status = RunStatus.QUEUED;

    @Embedded
    private Attempt attempt = new Attempt();

    @Embedded
    private @Nullable RunProgress progress;

    @Embedded
    private @Nullable RecordedOutcome outcome;

    @SuppressWarnings("NullAway.Init")
    protected AuditRun() {}

    /**
     * A new run, QUEUED.
     *
     * @param number how people call it, such as {@code 2026-0312}; unique
     * @param organizationId the auditor's
     * @param planJson canonical JSON
     */
    public AuditRun(
            UUID id,
            String number,
            UUID organizationId,
            Subject subject,
            String planJson,
            Sha256Digest planDigest,
            Author author,
            Instant queuedAt) {
        this.id = id;
        this.number = number;
        this.organizationId = organizationId;
        this.subject = subject;
        this.plan = planJson;
        this.planDigest = planDigest.hex();
        this.author = author;
        this.queuedAt = queuedAt;
    }

    /** Whether this attempt is running and is the latest: only then may it write. */
    public boolean isRunBy(int writersAttempt) {
        return status == RunStatus.RUNNING && attempt.number() == writersAttempt;
    }

    /** The engine of the running attempt was started, in a sandbox or without. */
    public void ranIn(boolean sandbox) {
        attempt.ranIn(sandbox);
    }

    /** @throws IllegalStateException unless this attempt runs it */
    public void complete(int writersAttempt, RecordedOutcome recorded, Instant now) {
        end(writersAttempt, RunStatus.COMPLETED);
        attempt.end(now);
        outcome = recorded;
    }

    /**
     * @param detail the engine's own line, or empty
     * @throws IllegalStateException unless this attempt runs it
     */
    public void fail(int writersAttempt, Failure reason, String detail, Instant now) {
        end(writersAttempt, RunStatus.FAILED);
        attempt.fail(reason, detail, now);
    }

    /**
     * The running attempt was stopped on request.
     *
     * @throws IllegalStateException unless this attempt runs it
     */
    public void stopped(int writersAttempt, Instant now) {
        end(writersAttempt, RunStatus.CANCELLED);
        attempt.end(now);
    }

    private void end(int writersAttempt, RunStatus how) {
        if (!isRunBy(writersAttempt)) {
            throw new IllegalStateException("run " + number + " is " + status + " in attempt " + attempt.number()
                    + ", not run by attempt " + writersAttempt);
        }
        status = how;
    }

    /**
     * Asks for an end: at once where it waits, by its node where it runs.
     *
     * @return whether there was anything to cancel
     */
    public boolean cancel(Instant now) {
        if (status == RunStatus.QUEUED) {
            status = RunStatus.CANCELLED;
            attempt.end(now);
            return true;
        }
        return status == RunStatus.RUNNING && attempt.requestCancel();
    }

    /**
     * Queues the same plan for new attempts.
     *
     * @return false unless it has failed
     */
    public boolean retry(Instant now) {
        if (status != RunStatus.FAILED) {
            return false;
        }
        status = RunStatus.QUEUED;
        queuedAt = now;
        attempt.again();
        progress = null;
        return true;
    }

    public UUID id() {
        return id;
    }

    /** How people call it, such as {@code 2026-0312}. */
    public String number() {
        return number;
    }

    /** The auditor's. */
    public UUID organizationId() {
        return organizationId;
    }

    public Subject subject() {
        return subject;
    }

    /** Canonical JSON. */
    public String plan() {
        return plan;
    }

    public Sha256Digest planDigest() {
        return new Sha256Digest(planDigest);
    }

    public Author author() {
        return author;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public RunStatus status() {
        return status;
    }

    /** The latest one. */
    public Attempt attempt() {
        return attempt;
    }

    /** Of the latest attempt. */
    public RunProgress progress() {
        return progress == null ? new RunProgress() : progress;
    }

    /** Only of a completed run. */
    public Optional<RecordedOutcome> outcome() {
        return status == RunStatus.COMPLETED ? Optional.ofNullable(outcome) : Optional.empty();
    }
}
