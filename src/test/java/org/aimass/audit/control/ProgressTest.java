package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void aLineOfTheEngineIsRead() {
        assertEquals(
                Optional.of(new Progress("score", 3_214_000L, 5_000_000L, 7420.0, 241.0)),
                Progress.parse(
                        "{\"stage\":\"score\",\"rows\":3214000,\"rows_total\":5000000,\"rate\":7420,\"left_s\":241}"));
    }

    @Test
    void whatTheEngineDoesNotKnowIsLeftOpen() {
        assertEquals(
                Optional.of(new Progress("read", 0L, null, null, null)),
                Progress.parse("{\"stage\":\"read\",\"rows\":0,\"rows_total\":null,\"rate\":null,\"left_s\":null}"));
    }

    @Test
    void anythingElseIsNoProgress() {
        for (String line : List.of(
                "",
                "null",
                "7",
                "Exception in thread main",
                "{\"rows\":1}",
                "{\"stage\":\"<script>\"}",
                "{\"stage\":\"read\"} trailing",
                "[".repeat(500),
                "{\"stage\":\"" + "a".repeat(2_000) + "\"}")) {
            assertEquals(Optional.empty(), Progress.parse(line), line);
        }
    }

    @Test
    void numbersThatCannotBeAreLeftOut() {
        assertEquals(
                Optional.of(new Progress("read", null, null, null, null)),
                Progress.parse(
                        "{\"stage\":\"read\",\"rows\":-1,\"rows_total\":1.5,\"rate\":1e999,\"left_s\":\"soon\"}"));
    }
}
