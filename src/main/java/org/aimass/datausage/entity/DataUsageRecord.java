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
import java.util.Optional;
import java.util.UUID;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.SubjectPseudonym;
import org.jspecify.annotations.Nullable;

/**
 * One use of one person's data, or one look of the person at these records. A thin row: what holds for every use of an
 * activity stands with the activity. Who the person is, only the controller's key tells.
 */
@Entity
@Table(name = "datausage_record")
public class DataUsageRecord {

    /** What happened. */
    public enum Kind {
        /** A controller used the data. */
        USE,
        /** The person looked at this list. */
        LOOKUP
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "subject_key")
    private UUID subjectKey;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "activity_id")
    private @Nullable ProcessingActivity activity;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_version_id")
    private @Nullable ModelVersion modelVersion;

    private @Nullable String outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "human_involvement")
    private @Nullable HumanInvolvement humanInvolvement;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected DataUsageRecord() {}

    private DataUsageRecord(Kind kind, SubjectPseudonym subject, Instant occurredAt) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.subjectKey = key(subject);
        this.keyId = subject.keyId();
        this.occurredAt = occurredAt;
    }

    /**
     * A controller used the person's data.
     *
     * @param subject the person, by the key of the activity's controller
     * @param outcome one of the activity's codes
     * @throws IllegalArgumentException if the activity does not know the outcome
     */
    public static DataUsageRecord use(
            SubjectPseudonym subject,
            Instant occurredAt,
            ProcessingActivity activity,
            ModelVersion modelVersion,
            String outcome,
            HumanInvolvement humanInvolvement) {
        if (activity.outcome(outcome).isEmpty()) {
            throw new IllegalArgumentException("the activity " + activity.id() + " has no outcome " + outcome);
        }
        DataUsageRecord use = new DataUsageRecord(Kind.USE, subject, occurredAt);
        use.activity = activity;
        use.modelVersion = modelVersion;
        use.outcome = outcome;
        use.humanInvolvement = humanInvolvement;
        return use;
    }

    /** @param subject the person, by the portal's own key */
    public static DataUsageRecord lookup(SubjectPseudonym subject, Instant occurredAt) {
        return new DataUsageRecord(Kind.LOOKUP, subject, occurredAt);
    }

    /** The pseudonym cut to 128 bits, as it is kept and searched. */
    public static UUID key(SubjectPseudonym subject) {
        return new UUID(
                Long.parseUnsignedLong(subject.value(), 0, 16, 16),
                Long.parseUnsignedLong(subject.value(), 16, 32, 16));
    }

    public UUID id() {
        return id;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    /** What a controller did; empty for a look of the person. */
    public Optional<Use> asUse() {
        return kind == Kind.LOOKUP
                        || activity == null
                        || modelVersion == null
                        || outcome == null
                        || humanInvolvement == null
                ? Optional.empty()
                : Optional.of(new Use(activity, modelVersion, outcome, humanInvolvement));
    }

    /** The parts that every use has. */
    public record Use(
            ProcessingActivity activity,
            ModelVersion modelVersion,
            String outcome,
            HumanInvolvement humanInvolvement) {}
}
