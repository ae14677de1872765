package org.aimass.organization.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An organization lets another one see and audit its models and datasets. */
@Entity
@Table(name = "organization_audit_mandate")
public class AuditMandate {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @ManyToOne(optional = false)
    @JoinColumn(name = "auditor_organization_id")
    private Organization auditor;

    private Instant since;

    private String reason = "";

    @Column(name = "giver_name")
    private String giverName = "";

    protected AuditMandate() {
        id = new UUID(0, 0);
        organization = new Organization();
        auditor = organization;
        since = Instant.EPOCH;
    }

    /** @param giverName who gave it, as they were called then */
    public AuditMandate(
            Organization organization, Organization auditor, String reason, String giverName, Instant since) {
        this(organization, auditor, since);
        this.reason = reason;
        this.giverName = giverName;
    }

    public AuditMandate(Organization organization, Organization auditor, Instant since) {
        if (organization.id().equals(auditor.id())) {
            throw new IllegalArgumentException("an organization needs no mandate to audit itself");
        }
        this.id = UUID.randomUUID();
        this.organization = organization;
        this.auditor = auditor;
        this.since = since;
    }

    public Organization organization() {
        return organization;
    }

    public Organization auditor() {
        return auditor;
    }

    public Instant since() {
        return since;
    }

    public UUID id() {
        return id;
    }

    /** Why it was given; may be empty. */
    public String reason() {
        return reason;
    }

    /** May be empty. */
    public String giverName() {
        return giverName;
    }
}
