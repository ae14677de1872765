package org.aimass.desk.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of asking the engine on one node what it finds there. */
@Entity
@Table(name = "desk_system_check")
public class SystemCheck {

    /** A node that has not answered by then will not. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int LONGEST_FAILURE = 1000;

    @Id
    private String node;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    private @Nullable Boolean walled;

    private @Nullable String answer;

    private @Nullable String failure;

    @SuppressWarnings("NullAway.Init")
    protected SystemCheck() {}

    public SystemCheck(String node, Instant askedAt) {
        this.node = node;
        this.askedAt = askedAt;
    }

    public void ask(Instant now) {
        askedAt = now;
    }

    /** @param json what the engine said */
    public void answered(String json, boolean sandboxed, Instant now) {
        answer = json;
        walled = sandboxed;
        failure = null;
        checkedAt = now;
    }

    /** @param why in one line of English */
    public void failed(String why, Instant now) {
        answer = null;
        walled = null;
        failure = why.substring(0, Math.min(LONGEST_FAILURE, why.length()));
        checkedAt = now;
    }

    /** The machine's name. */
    public String node() {
        return node;
    }

    /** Whether an answer is still to come. */
    public boolean isPending(Instant now) {
        boolean open = checkedAt == null || checkedAt.isBefore(askedAt);
        return open && now.isBefore(askedAt.plus(PATIENCE));
    }

    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    /** Whether the engine had walls around it; empty where it did not start. */
    public Optional<Boolean> walled() {
        return Optional.ofNullable(walled);
    }

    public Optional<Machine> machine() {
        return Optional.ofNullable(answer).map(Machine::parse);
    }

    /** Why there is no answer; empty where there is one. */
    public String failure() {
        return failure == null ? "" : failure;
    }
}
