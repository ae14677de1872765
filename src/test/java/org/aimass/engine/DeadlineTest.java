package org.aimass.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void stopsTheWorkThenEndsTheProcess() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<String> said = new AtomicReference<>("");
        AtomicInteger forgotten = new AtomicInteger();
        try (Deadline deadline = Deadline.in(Duration.ofMillis(300), message -> {
            said.set(message);
            ended.countDown();
        })) {
            deadline.check();
            deadline.atEnd(stopped::countDown);
            Runnable other = forgotten::incrementAndGet;
            deadline.atEnd(other);
            deadline.forget(other);
            assertTrue(stopped.await(30, TimeUnit.SECONDS));
            EngineFailure failure = assertThrows(EngineFailure.class, deadline::check);
            assertTrue(ended.await(30, TimeUnit.SECONDS));
            assertEquals(failure.getMessage(), said.get());
            assertEquals(0, forgotten.get());
            AtomicInteger late = new AtomicInteger();
            deadline.atEnd(late::incrementAndGet);
            assertEquals(1, late.get());
        }
    }

    @Test
    void withoutOneThereIsTimeForever() {
        AtomicInteger stopped = new AtomicInteger();
        try (Deadline deadline = Deadline.none()) {
            deadline.atEnd(stopped::incrementAndGet);
            deadline.check();
            assertEquals(0, stopped.get());
        }
    }
}
