package org.aimass.audit.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did about a finding. Written once. */
@Entity
@Table(name = "audit_finding_step")
public class FindingStep {

    /** What was done. */
    public enum Kind {
        ASSIGNED,
        RATED,
        ANSWERED,
        ACCEPTED,
        ASKED_AGAIN,
        CLOSED
    }

    /**
     * What somebody does about a finding.
     *
     * @param id of the form that was sent: sent twice, it is done once
     * @param words what they say to it
     */
    public record Act(UUID id, String words, Signature by) {}

    @Id
    private UUID id;

    @Column(name = "finding_id")
    private UUID findingId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "person_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "person_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "person_name"))
    @AttributeOverride(name = "at", column = @Column(name = "happened_at"))
    private Signed person;

    @Column(name = "owner_name")
    private @Nullable String ownerName;

    @Column(name = "due_on")
    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(name = "old_severity")
    private @Nullable Severity oldSeverity;

    @Enumerated(EnumType.STRING)
    @Column(name = "new_severity")
    private @Nullable Severity newSeverity;

    private String words;

    @SuppressWarnings("NullAway.Init")
    protected FindingStep() {}

    private FindingStep(UUID findingId, Kind kind, Act act) {
        this.id = act.id();
        this.findingId = findingId;
        this.kind = kind;
        this.person = new Signed(act.by());
        this.words = act.words();
    }

    static FindingStep of(UUID findingId, Kind kind, Act act) {
        return new FindingStep(findingId, kind, act);
    }

    static FindingStep asking(UUID findingId, Kind kind, Act act, String owner, LocalDate due) {
        FindingStep step = new FindingStep(findingId, kind, act);
        step.ownerName = owner;
        step.due = due;
        return step;
    }

    static FindingStep rating(UUID findingId, Act act, Severity before, Severity after) {
        FindingStep step = new FindingStep(findingId, Kind.RATED, act);
        step.oldSeverity = before;
        step.newSeverity = after;
        return step;
    }

    public UUID findingId() {
        return findingId;
    }

    public Kind kind() {
        return kind;
    }

    public Signature by() {
        return person.signature();
    }

    /** Who is to answer; empty unless somebody was asked. */
    public String ownerName() {
        return ownerName == null ? "" : ownerName;
    }

    /** Until when; empty unless somebody was asked. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    public Optional<Severity> oldSeverity() {
        return Optional.ofNullable(oldSeverity);
    }

    public Optional<Severity> newSeverity() {
        return Optional.ofNullable(newSeverity);
    }

    /** What they said to it; may be empty. */
    public String words() {
        return words;
    }
}
