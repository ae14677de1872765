package org.aimass.dataset.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aimass.organization.entity.Organization;

/** Labelled rows used to measure models, never to train them. Its versions hold the files. */
@Entity
@Table(name = "dataset_dataset")
public class EvaluationDataset {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String name;

    private String description;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected EvaluationDataset() {}

    public EvaluationDataset(Organization organization, String name, String description, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.organization = organization;
        this.name = name;
        this.description = description;
        this.createdAt = createdAt;
    }

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

    public String description() {
        return description;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
