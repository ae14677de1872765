package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one run repeats another's frozen plan, and, once both are known, whether it found the same. Compared once: what was found then
 * stays.
 */
@Entity
@Table(name = "audit_replay")
public class Replay {

    @Id
    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "original_id")
    private UUID originalId;

    @Column(name = "compared_at")
    private @Nullable Instant comparedAt;

    private @Nullable Boolean intact;

    @Column(name = "equal_count")
    private @Nullable Integer equal;

    @Column(name = "near_count")
    private @Nullable Integer near;

    @Column(name = "differing_count")
    private @Nullable Integer differing;

    @Column(name = "differing")
    private @Nullable String differences;

    @SuppressWarnings("NullAway.Init")
    protected Replay() {}

    public Replay(UUID runId, UUID originalId) {
        this.runId = runId;
        this.originalId = originalId;
    }

    /**
     * @param found how often what was found
     * @param listed its differences as JSON
     */
    public void compared(OutcomeComparison found, String listed, Instant now) {
        if (comparedAt == null) {
            comparedAt = now;
            intact = true;
            equal = found.equal();
            near = found.near();
            differing = found.differing();
            differences = listed;
        }
    }

    /** One of the two outcome files was not there as it had been recorded: nothing can be said. */
    public void notIntact(Instant now) {
        if (comparedAt == null) {
            comparedAt = now;
            intact = false;
        }
    }

    public UUID runId() {
        return runId;
    }

    public UUID originalId() {
        return originalId;
    }

    /** Empty until the repeated run has completed and was compared. */
    public Optional<Instant> comparedAt() {
        return Optional.ofNullable(comparedAt);
    }

    /** Whether both outcome files were as they had been recorded. */
    public boolean isIntact() {
        return Boolean.TRUE.equals(intact);
    }

    public int equal() {
        return equal == null ? 0 : equal;
    }

    public int near() {
        return near == null ? 0 : near;
    }

    public int differing() {
        return differing == null ? 0 : differing;
    }

    /** Those that are listed, as JSON. */
    public String differences() {
        return differences == null ? "[]" : differences;
    }
}
