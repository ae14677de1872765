package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunQueueTest {

    private static final UUID A = new UUID(1, 0);
    private static final UUID B = new UUID(2, 0);
    private static final UUID C = new UUID(3, 0);

    private static final List<RunQueue.Turn> WAITING = List.of(
            new RunQueue.Turn(run(1), A),
            new RunQueue.Turn(run(2), A),
            new RunQueue.Turn(run(3), A),
            new RunQueue.Turn(run(4), B),
            new RunQueue.Turn(run(5), C));

    private static UUID run(int number) {
        return new UUID(0, number);
    }

    /** A has one running, so B and C come first; then A's oldest, and whoever has the fewest. */
    @Test
    void thePlaceFollowsTheClaims() {
        Map<UUID, Integer> running = Map.of(A, 1);
        assertEquals(1, RunQueue.place(run(4), WAITING, running));
        assertEquals(2, RunQueue.place(run(5), WAITING, running));
        assertEquals(3, RunQueue.place(run(1), WAITING, running));
        assertEquals(4, RunQueue.place(run(2), WAITING, running));
        assertEquals(5, RunQueue.place(run(3), WAITING, running));
    }

    @Test
    void whoDoesNotWaitHasNoPlace() {
        assertEquals(0, RunQueue.place(run(9), WAITING, Map.of()));
        assertEquals(1, RunQueue.place(run(1), WAITING, Map.of()));
        assertEquals(2, RunQueue.place(run(4), WAITING, Map.of()), "B has none yet, A has one by then");
    }

    /** Seven before the end of the queue, three at once: three rounds of four minutes. */
    @Test
    void theEstimateCountsRounds() {
        Optional<Duration> usual = Optional.of(Duration.ofMinutes(4));
        assertEquals(Optional.of(Duration.ofMinutes(12)), new RunQueue.Place(7, 9, 3, usual, 20).left());
        assertEquals(Optional.of(Duration.ofMinutes(8)), new RunQueue.Place(6, 9, 3, usual, 20).left());
        assertEquals(Optional.of(Duration.ofMinutes(4)), new RunQueue.Place(1, 9, 3, usual, 20).left());
    }

    @Test
    void whereNobodyCanTellNothingIsTold() {
        Optional<Duration> usual = Optional.of(Duration.ofMinutes(4));
        assertEquals(Optional.empty(), new RunQueue.Place(1, 1, 0, usual, 20).left());
        assertEquals(Optional.empty(), new RunQueue.Place(1, 1, 2, Optional.empty(), 4).left());
        assertEquals(Optional.empty(), new RunQueue.Place(0, 1, 2, usual, 20).left());
    }
}
