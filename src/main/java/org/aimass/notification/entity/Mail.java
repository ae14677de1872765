package org.aimass.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail about a notice: waiting until a server takes it, or until it has been tried for three days. */
@Entity
@Table(name = "notification_mail")
public class Mail {

    /** Where a mail stands. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /** After this it is too late to be news. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(16);
    private static final int LONGEST_PROBLEM = 300;

    @Id
    @Column(name = "notice_id")
    private UUID noticeId;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private int tries;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private String problem = "";

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    /** WAITING, due at once. */
    public Mail(UUID noticeId, Instant now) {
        this.noticeId = noticeId;
        this.nextTryAt = now;
    }

    public void sent(Instant now) {
        tries++;
        end(State.SENT, now);
    }

    /** Tried again after 30 seconds, a minute, two, ... and every 16 minutes in the end. */
    public void failed(String why, Instant happenedAt, Instant now) {
        tries++;
        problem = why.substring(0, Math.min(LONGEST_PROBLEM, why.length()));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 5));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        if (nextTryAt.isAfter(happenedAt.plus(PATIENCE))) {
            end(State.GIVEN_UP, now);
        }
    }

    /** No server will ever take it. */
    public void giveUp(String why, Instant now) {
        tries++;
        problem = why.substring(0, Math.min(LONGEST_PROBLEM, why.length()));
        end(State.GIVEN_UP, now);
    }

    private void end(State how, Instant now) {
        state = how;
        endedAt = now;
    }

    public UUID noticeId() {
        return noticeId;
    }

    public State state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }

    public String problem() {
        return problem;
    }
}
