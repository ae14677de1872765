package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.aimass.security.Person;
import org.jspecify.annotations.Nullable;

/**
 * The recorded fact that a comparison of a run went beyond the policy's tolerance, and what becomes of it. OPEN, an auditor
 * assigns it to somebody of the model's organization, who is to answer until a day; ANSWERED, the auditor accepts the answer or
 * asks again; ACCEPTED, it is CLOSED once what was promised is done. What was measured never changes.
 */
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

    private String metric;

    @Column(name = "group_features")
    private String group;

    @Enumerated(EnumType.STRING)
    @Column(name = "policy_severity")
    private Severity policySeverity;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private FindingStatus status = FindingStatus.OPEN;

    @Embedded
    private @Nullable Assignment assignment;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Finding() {}

    /**
     * OPEN, without an owner.
     *
     * @param comparison its place among the run's comparisons, from 0
     * @param measure of that comparison
     * @param groupJson the features and values that form its group, as a JSON object
     */
    public Finding(String number, UUID runId, int comparison, Measure measure, String groupJson, Severity severity) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.runId = runId;
        this.comparison = comparison;
        this.metric = measure.key();
        this.group = groupJson;
        this.policySeverity = severity;
        this.severity = severity;
    }

    /** Whether this may be done now. */
    public boolean allows(FindingStep.Kind kind) {
        return switch (kind) {
            case ASSIGNED -> status == FindingStatus.OPEN;
            case RATED -> status != FindingStatus.CLOSED;
            case ANSWERED -> status == FindingStatus.OPEN && assignment != null;
            case ACCEPTED, ASKED_AGAIN -> status == FindingStatus.ANSWERED;
            case CLOSED -> status == FindingStatus.ACCEPTED || status == FindingStatus.OPEN;
        };
    }

    /** Asks somebody of the model's organization for an answer. */
    public FindingStep assign(Person owner, String name, LocalDate until, FindingStep.Act act) {
        demand(FindingStep.Kind.ASSIGNED);
        assignment = new Assignment(owner, name, until);
        return FindingStep.asking(id, FindingStep.Kind.ASSIGNED, act, name, until);
    }

    /** The auditor weighs it otherwise than the rule about size does. */
    public FindingStep rate(Severity changed, FindingStep.Act act) {
        demand(FindingStep.Kind.RATED);
        FindingStep step = FindingStep.rating(id, act, severity, changed);
        severity = changed;
        return step;
    }

    /** The model's organization says what it makes of it, and what it will do. */
    public FindingStep answer(FindingStep.Act act) {
        return to(FindingStatus.ANSWERED, FindingStep.Kind.ANSWERED, act);
    }

    public FindingStep accept(FindingStep.Act act) {
        return to(FindingStatus.ACCEPTED, FindingStep.Kind.ACCEPTED, act);
    }

    /** The answer is not enough: the same owner is to answer again. */
    public FindingStep askAgain(LocalDate until, FindingStep.Act act) {
        demand(FindingStep.Kind.ASKED_AGAIN);
        assignment = new Assignment(owner().orElseThrow(), ownerName(), until);
        status = FindingStatus.OPEN;
        return FindingStep.asking(id, FindingStep.Kind.ASKED_AGAIN, act, ownerName(), until);
    }

    /** Nothing more is to be done about it. */
    public FindingStep close(FindingStep.Act act) {
        return to(FindingStatus.CLOSED, FindingStep.Kind.CLOSED, act);
    }

    private FindingStep to(FindingStatus next, FindingStep.Kind kind, FindingStep.Act act) {
        demand(kind);
        status = next;
        return FindingStep.of(id, kind, act);
    }

    private void demand(FindingStep.Kind kind) {
        if (!allows(kind)) {
            throw new IllegalStateException("finding " + number + " is " + status + ", not to be " + kind);
        }
    }

    /** Whether its answer is late. */
    public boolean isOverdue(LocalDate today) {
        return status == FindingStatus.OPEN && due().filter(today::isAfter).isPresent();
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

    /** Of its comparison. */
    /** What was compared. */
    public Measure measure() {
        return Measure.ofKey(metric);
    }

    /** The features and values that form its group, as a JSON object. */
    public String group() {
        return group;
    }

    /** As the rule about size has it. */
    public Severity policySeverity() {
        return policySeverity;
    }

    /** As the auditor has it; the rule's unless changed with a reason. */
    public Severity severity() {
        return severity;
    }

    public FindingStatus status() {
        return status;
    }

    /** Who is to answer, or has answered; empty while it is not assigned. */
    public Optional<Person> owner() {
        return Optional.ofNullable(assignment).map(Assignment::owner);
    }

    /** Empty while it is not assigned. */
    public String ownerName() {
        return assignment == null ? "" : assignment.name();
    }

    /** The last day for the answer; empty while it is not assigned. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(assignment).map(Assignment::due);
    }

    /** Counts the changes; a form that is sent back with an older one is out of date. */
    public long version() {
        return version;
    }
}
