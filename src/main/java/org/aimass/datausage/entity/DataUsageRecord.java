package org.aimass.datausage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.SubjectPseudonym;

/**
 * One use of one person's data. A thin row: what holds for every use of an activity stands with the activity. Who the person
 * is, only the controller's key tells.
 */
@Entity
@Table(name = "datausage_record")
@SuppressWarnings("UnusedVariable") // the key is there to be searched by
public class DataUsageRecord {

    @Id
    private UUID id;

    @Column(name = "subject_key")
    private UUID subjectKey;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "activity_id")
    private ProcessingActivity activity;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "model_version_id")
    private ModelVersion modelVersion;

    private String outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "human_involvement")
    private HumanInvolvement humanInvolvement;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected DataUsageRecord() {}

    /**
     * A controller used the person's data.
     *
     * @param subject the person, by the key of the activity's controller
     * @param outcome one of the activity's codes
     * @throws IllegalArgumentException if the activity does not know the outcome
     */
    public DataUsageRecord(
            SubjectPseudonym subject,
            Instant occurredAt,
            ProcessingActivity activity,
            String outcome,
            HumanInvolvement humanInvolvement) {
        if (activity.outcome(outcome).isEmpty()) {
            throw new IllegalArgumentException("the activity " + activity.id() + " has no outcome " + outcome);
        }
        this.id = UUID.randomUUID();
        this.subjectKey = key(subject);
        this.keyId = subject.keyId();
        this.occurredAt = occurredAt;
        this.activity = activity;
        this.modelVersion = activity.modelVersion();
        this.outcome = outcome;
        this.humanInvolvement = humanInvolvement;
    }

    /** The pseudonym cut to 128 bits, as it is kept and searched. */
    public static UUID key(SubjectPseudonym subject) {
        return new UUID(
                Long.parseUnsignedLong(subject.value(), 0, 16, 16),
                Long.parseUnsignedLong(subject.value(), 16, 32, 16));
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    /** In the version that was in force. */
    public ProcessingActivity activity() {
        return activity;
    }

    public ModelVersion modelVersion() {
        return modelVersion;
    }

    /** One of the activity's codes. */
    public String outcome() {
        return outcome;
    }

    public HumanInvolvement humanInvolvement() {
        return humanInvolvement;
    }
}
