package org.aimass.audit.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A judgement that was signed anew since, kept as it was; with the reason, where it was sent back. */
@Entity
@Table(name = "audit_earlier_judgement")
public class EarlierJudgement {

    @Id
    private UUID id;

    @Column(name = "run_id")
    private UUID runId;

    private String judgement;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "judge_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "judge_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "judge_name"))
    @AttributeOverride(name = "at", column = @Column(name = "judged_at"))
    private Signed judge;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "decider_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "decider_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "decider_name"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    private @Nullable Signed decider;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected EarlierJudgement() {}

    EarlierJudgement(
            UUID runId, String judgement, Signature judge, Optional<Signature> decider, @Nullable String reason) {
        this.id = UUID.randomUUID();
        this.runId = runId;
        this.judgement = judgement;
        this.judge = new Signed(judge);
        this.decider = decider.map(Signed::new).orElse(null);
        this.reason = reason;
    }

    public UUID runId() {
        return runId;
    }

    public String judgement() {
        return judgement;
    }

    public Signature judge() {
        return judge.signature();
    }

    /** Who sent it back; empty where the auditor changed it before anybody had decided. */
    public Optional<Signature> decider() {
        return Optional.ofNullable(decider).map(Signed::signature);
    }

    /** Why it was sent back, in the approver's words; empty where it was not. */
    public String reason() {
        return reason == null ? "" : reason;
    }
}
