package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How far a running attempt is, as the engine last said. */
@Embeddable
public class RunProgress {

    private @Nullable String stage;

    @Column(name = "rows_done")
    private @Nullable Long rowsDone;

    @Column(name = "rows_total")
    private @Nullable Long rowsTotal;

    @Column(name = "rows_per_second")
    private @Nullable Double rowsPerSecond;

    @Column(name = "seconds_left")
    private @Nullable Double secondsLeft;

    @Column(name = "progress_at")
    private @Nullable Instant at;

    /** What the engine calls it; empty before it has said anything. */
    public Optional<String> stage() {
        return Optional.ofNullable(stage);
    }

    public OptionalLong rowsDone() {
        return rowsDone == null ? OptionalLong.empty() : OptionalLong.of(rowsDone);
    }

    /** Empty where the engine cannot know before it has read everything. */
    public OptionalLong rowsTotal() {
        return rowsTotal == null ? OptionalLong.empty() : OptionalLong.of(rowsTotal);
    }

    public OptionalDouble rowsPerSecond() {
        return rowsPerSecond == null ? OptionalDouble.empty() : OptionalDouble.of(rowsPerSecond);
    }

    public OptionalDouble secondsLeft() {
        return secondsLeft == null ? OptionalDouble.empty() : OptionalDouble.of(secondsLeft);
    }

    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    /** From 0 to 100; empty where the end is not known. */
    public OptionalLong percent() {
        return rowsDone == null || rowsTotal == null || rowsTotal <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(100, 100 * rowsDone / rowsTotal));
    }
}
