package org.aimass.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aimass.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {

    private final TestDatabase database = TestDatabase.h2();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Scheduler scheduler = SchedulerSettings.of(
                    database.dataSource(), List.of(new Failing()), new TaskRunner(new Anyone()))
            .build();

    @AfterEach
    void stop() throws IOException {
        scheduler.stop();
        database.close();
    }

    /** Fails always. */
    private final class Failing implements BackgroundTask {

        @Override
        public String name() {
            return "test.failing";
        }

        @Override
        public void run(String data) throws IOException {
            heard.add("run " + data);
            throw new IOException("as it must");
        }

        @Override
        public void givenUp(String data, Throwable cause) {
            heard.add("given up " + data);
        }
    }

    @Test
    void pausesGrowUntilTenMinutesHavePassed() {
        assertEquals(Duration.ofSeconds(5), TaskRunner.pauseAfter(1));
        assertEquals(Duration.ofSeconds(10), TaskRunner.pauseAfter(2));
        long all = 0;
        for (int tries = 1; tries < TaskRunner.TRIES; tries++) {
            all += TaskRunner.pauseAfter(tries).toSeconds();
        }
        assertEquals(635, all);
    }

    @Test
    void aFailureIsTriedAgainLater() throws Exception {
        scheduler.scheduleIfNotExists(new TaskInstance<>("test.failing", "1", "data"), Instant.now());
        scheduler.start();
        assertEquals("run data", heard.poll(20, TimeUnit.SECONDS));
        assertEquals(
                "1 later",
                eventually(
                        "select consecutive_failures || case when execution_time > current_timestamp"
                                + " then ' later' else ' now' end from background_task where not picked and last_failure is not null"));
        assertTrue(heard.isEmpty());
    }

    @Test
    void theLastFailureIsTheEnd() throws Exception {
        scheduler.scheduleIfNotExists(new TaskInstance<>("test.failing", "1", "data"), Instant.now());
        sql("update background_task set consecutive_failures = " + (TaskRunner.TRIES - 1));
        scheduler.start();
        assertEquals("run data", heard.poll(20, TimeUnit.SECONDS));
        assertEquals("given up data", heard.poll(20, TimeUnit.SECONDS));
        assertEquals("0", eventually("select count(*) from background_task having count(*) = 0"));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement update = connection.createStatement()) {
            assertEquals(1, update.executeUpdate(statement));
        }
    }

    /** The first row that the query gives within ten seconds. */
    private String eventually(String query) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement select = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                try (ResultSet rows = select.executeQuery(query)) {
                    if (rows.next()) {
                        return rows.getString(1);
                    }
                }
                Thread.sleep(100);
            }
        }
        return "nothing";
    }
}
