package org.aimass.audit.entity;

import jakarta.persistence.Column;
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

/** An auditor's judgement of a completed run, in words. It becomes part of the report; once approved it stays as it is. */
@Entity
@Table(name = "audit_review")
public class Review {

    @Id
    @Column(name = "run_id")
    private UUID runId;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.OPEN;

    private String judgement = "";

    @Column(name = "judge_issuer")
    private @Nullable String judgeIssuer;

    @Column(name = "judge_subject")
    private @Nullable String judgeSubject;

    @Column(name = "judge_name")
    private @Nullable String judgeName;

    @Column(name = "judged_at")
    private @Nullable Instant judgedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    /** OPEN. */
    public Review(UUID runId) {
        this.runId = runId;
    }

    /** Until it is approved it may be judged, and judged again. */
    public boolean isOpenToJudgement() {
        return status != ReviewStatus.APPROVED;
    }

    /** @return false once it is approved */
    public boolean judge(String text, Person judge, String name, Instant now) {
        if (!isOpenToJudgement()) {
            return false;
        }
        judgement = text;
        judgeIssuer = judge.issuer();
        judgeSubject = judge.subject();
        judgeName = name;
        judgedAt = now;
        status = ReviewStatus.JUDGED;
        return true;
    }

    /** @return false unless it is judged, by somebody else than the approver */
    public boolean approve(Person approver) {
        boolean approvable = status == ReviewStatus.JUDGED && !judge().equals(Optional.of(approver));
        if (approvable) {
            status = ReviewStatus.APPROVED;
        }
        return approvable;
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

    public Optional<Person> judge() {
        return judgeIssuer == null || judgeSubject == null
                ? Optional.empty()
                : Optional.of(new Person(judgeIssuer, judgeSubject));
    }

    public String judgeName() {
        return judgeName == null ? "" : judgeName;
    }

    public Optional<Instant> judgedAt() {
        return Optional.ofNullable(judgedAt);
    }

    /** Counts the changes; a form that is sent back with an older one is out of date. */
    public long version() {
        return version;
    }
}
