package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Worked out apart, in Python: a published report names its seed, and what it draws must never change. */
class PersonDrawsTest {

    private static List<Integer> times(long seed, int replicate) {
        long stream = PersonDraws.stream(seed, replicate);
        return IntStream.range(0, 24)
                .map(person -> PersonDraws.times(stream, person))
                .boxed()
                .toList();
    }

    @Test
    void peopleAreDrawnTheSameForEver() {
        assertEquals(0x46f250de03ec3614L, PersonDraws.stream(7, 3));
        assertEquals(List.of(1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, 1, 2, 2, 2, 2, 1, 1, 1, 2, 3, 2), times(7, 3));
        assertEquals(List.of(2, 2, 0, 1, 0, 1, 4, 0, 2, 1, 0, 1, 0, 0, 2, 0, 0, 1, 0, 1, 1, 0, 2, 0), times(7, 0));
    }
}
