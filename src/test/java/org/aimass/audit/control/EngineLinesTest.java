package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A talkative or hostile engine fills no table. */
class EngineLinesTest {

    @Test
    void theFirstAndTheLastAreKeptAndHowManyWereNot() {
        EngineLines lines = new EngineLines();
        IntStream.rangeClosed(1, 1_000_000).forEach(i -> lines.add("line " + i));
        List<String> all = lines.all();
        assertEquals(101, all.size());
        assertEquals("line 1", all.get(0));
        assertEquals("line 40", all.get(39));
        assertEquals("... 999900", all.get(40));
        assertEquals("line 999941", all.get(41));
        assertEquals("line 1000000", all.get(100));
    }

    @Test
    void fewAreKeptAsTheyAre() {
        EngineLines lines = new EngineLines();
        lines.add("a\u001b[31mb\u0000c\nd");
        lines.add("x".repeat(1_500));
        assertEquals(List.of("a [31mb c d", "x".repeat(1_000)), lines.all());
    }
}
