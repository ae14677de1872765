package org.aimass.audit.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.security.Person;
import org.jspecify.annotations.Nullable;

/**
 * What people make of a completed run. OPEN until an auditor signs a judgement; then JUDGED, until somebody who neither started
 * the run nor judged it has APPROVED it, or REJECTED it with a reason, upon which it may be judged again. The judgement becomes
 * part of the report; once approved it stays as it is.
 */
@Entity
@Table(name = "audit_review")
public class Review {

    @Id
    @Column(name = "run_id")
    private UUID runId;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.OPEN;

    @Column(name = "author_issuer")
    private String authorIssuer;

    @Column(name = "author_subject")
    private String authorSubject;

    private String judgement = "";

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "judge_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "judge_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "judge_name"))
    @AttributeOverride(name = "at", column = @Column(name = "judged_at"))
    private @Nullable Signed judge;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "decider_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "decider_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "decider_name"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    private @Nullable Signed decider;

    private @Nullable String reason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    /**
     * OPEN.
     *
     * @param author who started the run, and so never decides about it
     */
    public Review(UUID runId, Person author) {
        this.runId = runId;
        this.authorIssuer = author.issuer();
        this.authorSubject = author.subject();
    }

    /** Until it is approved it may be judged, and judged again. */
    public boolean isOpenToJudgement() {
        return status != ReviewStatus.APPROVED;
    }

    /** Whether this person may approve it or send it back: it is judged, and by somebody else, who is not the author either. */
    public boolean isDecidableBy(Person person) {
        return status == ReviewStatus.JUDGED
                && !judge().equals(Optional.of(person))
                && !person.equals(new Person(authorIssuer, authorSubject));
    }

    /**
     * Signs a judgement.
     *
     * @return the one that it takes the place of; empty where it is the first
     * @throws IllegalStateException once it is approved
     */
    public Optional<EarlierJudgement> judge(String text, Signature signature) {
        if (!isOpenToJudgement()) {
            throw new IllegalStateException("the review of " + runId + " is " + status);
        }
        Optional<EarlierJudgement> earlier =
                judgedBy().map(before -> new EarlierJudgement(runId, judgement, before, decidedBy(), reason));
        judgement = text;
        judge = new Signed(signature);
        decider = null;
        reason = null;
        status = ReviewStatus.JUDGED;
        return earlier;
    }

    /** @throws IllegalStateException unless {@linkplain #isDecidableBy decidable} by who signs */
    public void approve(Signature signature) {
        decide(signature, ReviewStatus.APPROVED);
    }

    /** @throws IllegalStateException unless {@linkplain #isDecidableBy decidable} by who signs */
    public void reject(String why, Signature signature) {
        decide(signature, ReviewStatus.REJECTED);
        reason = why;
    }

    private void decide(Signature signature, ReviewStatus how) {
        if (!isDecidableBy(signature.person())) {
            throw new IllegalStateException("the review of " + runId + ", " + status + ", is not theirs to decide");
        }
        decider = new Signed(signature);
        status = how;
    }

    public UUID runId() {
        return runId;
    }

    public ReviewStatus status() {
        return status;
    }

    /** Empty while OPEN. */
    public String judgement() {
        return judgement;
    }

    /** Who signed the judgement; empty while OPEN. */
    public Optional<Signature> judgedBy() {
        return Optional.ofNullable(judge).map(Signed::signature);
    }

    public Optional<Person> judge() {
        return judgedBy().map(Signature::person);
    }

    public String judgeName() {
        return judgedBy().map(Signature::name).orElse("");
    }

    public Optional<Instant> judgedAt() {
        return judgedBy().map(Signature::at);
    }

    /** Who approved it or sent it back; empty before. */
    public Optional<Signature> decidedBy() {
        return Optional.ofNullable(decider).map(Signed::signature);
    }

    /** Why it was sent back, in the approver's words; empty unless REJECTED. */
    public String reason() {
        return reason == null ? "" : reason;
    }

    /** Counts the changes; a form that is sent back with an older one is out of date. */
    public long version() {
        return version;
    }
}
