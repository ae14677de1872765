package org.aimass.processing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.organization.entity.Organization;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Bilingual;

/**
 * One version of an activity in which a controller processes data about people: why, on what legal basis, which data, for
 * whom and how long. Never changes: another wording is the activity's next version, and records keep pointing to the one
 * that was in force.
 */
@Entity
@Table(name = "processing_activity")
public class ProcessingActivity {

    @Id
    private UUID id;

    @Column(name = "activity_id")
    private UUID activityId;

    @Column(name = "version_number")
    private int number;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organization_id")
    private Organization controller;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_version_id")
    private ModelVersion modelVersion;

    @Convert(converter = BilingualColumn.class)
    @Column(name = "what_happens")
    private Bilingual whatHappens;

    @Convert(converter = BilingualColumn.class)
    private Bilingual purpose;

    @Convert(converter = BilingualColumn.class)
    @Column(name = "legal_basis")
    private Bilingual legalBasis;

    @Convert(converter = BilingualColumn.class)
    @Column(name = "data_categories")
    private Bilingual dataCategories;

    @Convert(converter = BilingualColumn.class)
    private Bilingual recipients;

    @Convert(converter = BilingualColumn.class)
    private Bilingual retention;

    @Convert(converter = OutcomesColumn.class)
    private Map<String, Bilingual> outcomes;

    @Column(name = "decided_by_computer_alone")
    private boolean decidedByComputerAlone;

    private String contact;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected ProcessingActivity() {}

    private ProcessingActivity(
            UUID activityId,
            int number,
            Organization controller,
            ModelVersion modelVersion,
            ActivityDescription description,
            Instant now) {
        this.id = UUID.randomUUID();
        this.activityId = activityId;
        this.number = number;
        this.controller = controller;
        this.modelVersion = modelVersion;
        this.whatHappens = description.whatHappens();
        this.purpose = description.purpose();
        this.legalBasis = description.legalBasis();
        this.dataCategories = description.dataCategories();
        this.recipients = description.recipients();
        this.retention = description.retention();
        this.outcomes = description.outcomes();
        this.decidedByComputerAlone = description.decidedByComputerAlone();
        this.contact = description.contact();
        this.createdAt = now;
    }

    /** The first version of a new activity. */
    public static ProcessingActivity first(
            Organization controller, ModelVersion modelVersion, ActivityDescription description, Instant now) {
        return new ProcessingActivity(UUID.randomUUID(), 1, controller, modelVersion, description, now);
    }

    /** The version that takes this one's place, because of other words or another version of the model. */
    public ProcessingActivity next(ModelVersion with, ActivityDescription description, Instant now) {
        return new ProcessingActivity(activityId, number + 1, controller, with, description, now);
    }

    public UUID id() {
        return id;
    }

    /** The same for all versions. */
    public UUID activityId() {
        return activityId;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** Who decides why and how the data is processed. */
    public Organization controller() {
        return controller;
    }

    /** The model that the data is processed with. */
    public ModelVersion modelVersion() {
        return modelVersion;
    }

    public Bilingual whatHappens() {
        return whatHappens;
    }

    public Bilingual purpose() {
        return purpose;
    }

    public Bilingual legalBasis() {
        return legalBasis;
    }

    public Bilingual dataCategories() {
        return dataCategories;
    }

    public Bilingual recipients() {
        return recipients;
    }

    public Bilingual retention() {
        return retention;
    }

    /** What one of the activity's possible outcomes means to the person; empty for a code that it does not know. */
    public Optional<Bilingual> outcome(String code) {
        return Optional.ofNullable(outcomes.get(code));
    }

    public boolean decidedByComputerAlone() {
        return decidedByComputerAlone;
    }

    /** Where people can ask or object. */
    public String contact() {
        return contact;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
