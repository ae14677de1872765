package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One line of what happened to a run, for its page. */
@Entity
@Table(name = "audit_event")
public class RunEvent {

    /** What happened. */
    public enum Kind {
        QUEUED,
        CLAIMED,
        ENGINE_STARTED,
        READING,
        MEASURING,
        CANCEL_ASKED,
        CANCELLED,
        COMPLETED,
        FAILED,
        RELEASED,
        RETRIED,
        CANCEL_ASKED_FROM_ABOVE,
        CANCELLED_FROM_ABOVE,
        MANDATE_ENDED
    }

    @Id
    private UUID id;

    @Column(name = "run_id")
    private UUID runId;

    private int attempt;

    @Column(name = "happened_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String detail;

    @SuppressWarnings("NullAway.Init")
    protected RunEvent() {}

    /** @param detail who or what, where that says more than the kind; may be empty */
    public RunEvent(UUID runId, int attempt, Kind kind, String detail, Instant at) {
        this.id = UUID.randomUUID();
        this.runId = runId;
        this.attempt = attempt;
        this.kind = kind;
        this.detail = detail;
        this.at = at;
    }

    public int attempt() {
        return attempt;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return detail;
    }
}
