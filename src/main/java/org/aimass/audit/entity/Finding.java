package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The recorded fact that a comparison of a run went beyond the policy's tolerance. */
@Entity
@Table(name = "audit_finding")
public class Finding {

    @Id
    private UUID id;

    private String number;

    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "comparison_ordinal")
    private int comparison;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @SuppressWarnings("NullAway.Init")
    protected Finding() {}

    /** @param comparison its place among the run's comparisons, from 0 */
    public Finding(String number, UUID runId, int comparison, Severity severity) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.runId = runId;
        this.comparison = comparison;
        this.severity = severity;
    }

    public UUID id() {
        return id;
    }

    /** How people call it, such as {@code F-2026-047}. */
    public String number() {
        return number;
    }

    public UUID runId() {
        return runId;
    }

    /** Its place among the run's comparisons, from 0. */
    public int comparison() {
        return comparison;
    }

    public Severity severity() {
        return severity;
    }
}
