package org.aimass.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aimass.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** R2: what a killed node was doing is done by another one, soon and once. */
class TakeOverIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aKilledNodesTaskIsTakenOver() throws Exception {
        try (TestDatabase database = TestDatabase.postgres()) {
            BlockingQueue<String> done = new LinkedBlockingQueue<>();
            Scheduler survivor = SchedulerSettings.of(
                            database.dataSource(), List.of(new Waiting(done::add, 0)), new TaskRunner(new Anyone()))
                    .build();
            Process node = start(database);
            try (BufferedReader out = node.inputReader(StandardCharsets.UTF_8)) {
                survivor.scheduleIfNotExists(new TaskInstance<>(Waiting.NAME, "1", "性 data"), Instant.now());
                assertEquals("doing 性 data", out.readLine());
                survivor.start();
                Thread.sleep(5_000);
                assertTrue(done.isEmpty(), "the node still lives");
            } finally {
                node.destroyForcibly().waitFor();
            }
            try {
                long killed = System.nanoTime();
                assertEquals("性 data", done.poll(SOON.toSeconds(), TimeUnit.SECONDS));
                assertTrue(System.nanoTime() - killed < SOON.toNanos());
                Thread.sleep(3_000);
                assertTrue(done.isEmpty(), "done once");
            } finally {
                survivor.stop();
            }
        }
    }

    private static Process start(TestDatabase database) throws Exception {
        String url;
        String user;
        try (Connection connection = database.dataSource().getConnection()) {
            url = connection.getMetaData().getURL();
            user = connection.getMetaData().getUserName();
        }
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingNode.class.getName(),
                        url,
                        user)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
