package org.aimass.registry.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.aimass.organization.entity.Organization;

/** A model that an organization answers for. Its versions hold the files. */
@Entity
@Table(name = "registry_model")
public class RegisteredModel {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String name;

    private String purpose;

    @Enumerated(EnumType.STRING)
    private ModelTask task;

    @Enumerated(EnumType.STRING)
    private ModelDomain domain;

    private String licence;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredModel() {}

    public RegisteredModel(Organization organization, ModelFacts facts, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.organization = organization;
        this.createdAt = createdAt;
        this.name = facts.name();
        this.purpose = facts.purpose();
        this.task = facts.task();
        this.domain = facts.domain();
        this.licence = facts.licence();
    }

    /** Says it anew; to be asked only while all its versions are drafts. */
    public void describe(ModelFacts facts) {
        name = facts.name();
        purpose = facts.purpose();
        task = facts.task();
        domain = facts.domain();
        licence = facts.licence();
    }

    public ModelFacts facts() {
        return new ModelFacts(name, purpose, task, domain, licence);
    }

    /**
     * What its organization says about a model.
     *
     * @param name at most 200 characters, unique within the organization
     * @param purpose what it is for, at most 4,000 characters
     * @param licence its terms of use, at most 200 characters
     */
    public record ModelFacts(String name, String purpose, ModelTask task, ModelDomain domain, String licence) {}

    public UUID id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public UUID organizationId() {
        return organization.id();
    }

    public String name() {
        return name;
    }

    public String purpose() {
        return purpose;
    }

    public ModelTask task() {
        return task;
    }

    public ModelDomain domain() {
        return domain;
    }

    public String licence() {
        return licence;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
