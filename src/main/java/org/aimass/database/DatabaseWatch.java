package org.aimass.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database every second whether it is there, the way every request does. A database that refuses is away, and so is one that
 * takes the question and does not answer: whoever would have to wait for it is told at once instead. A PostgreSQL is also asked to keep
 * something every few seconds: one whose disk is full, or that stands in for another, answers and keeps nothing. H2 is not asked so, for
 * it closes itself when its disk is full, and is away then.
 */
@ApplicationScoped
public class DatabaseWatch implements Measured {

    private static final Logger LOG = System.getLogger(DatabaseWatch.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int TIMEOUT_SECONDS = 3;
    private static final long NOT_ASKING = 0;
    private static final int LOOKS_PER_BEAT = 5;

    @Resource(lookup = Database.DATA_SOURCE)
    DataSource dataSource;

    private volatile boolean refused = true;
    private volatile boolean readOnly;
    private long looks;
    private volatile long askedNanos = NOT_ASKING;
    private volatile double lastSeconds;
    private @Nullable ScheduledExecutorService clock;

    /** Whether there is no use in asking it anything now; true before its tables are up to date. */
    public boolean isAway() {
        long asked = askedNanos;
        return refused || (asked != NOT_ASKING && System.nanoTime() - asked > PATIENCE.toNanos());
    }

    /** Whether it answers and keeps nothing. */
    public boolean isReadOnly() {
        return readOnly && !isAway();
    }

    /** @throws DatabaseIsAway instead of letting the caller wait for nothing */
    public void demand() {
        if (isAway()) {
            throw new DatabaseIsAway();
        }
    }

    void start(@Observes DatabaseReady event) {
        look();
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "aimass-database-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        long begin = System.nanoTime();
        askedNanos = begin == NOT_ASKING ? 1 : begin;
        try {
            askTwice();
            lastSeconds = (System.nanoTime() - begin) / 1e9;
            change(false, "");
        } catch (SQLException | RuntimeException e) {
            change(true, String.valueOf(e.getMessage()));
        } finally {
            askedNanos = NOT_ASKING;
        }
    }

    /** When one connection breaks the pool closes all of them, this one too: that says nothing of the database. */
    private void askTwice() throws SQLException {
        try {
            ask();
        } catch (SQLException | RuntimeException e) {
            ask();
        }
    }

    private void ask() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.execute("select 1");
            if (looks++ % LOOKS_PER_BEAT == 0 && isPostgres(connection)) {
                beat(statement);
            }
        }
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** A connection that breaks meanwhile says nothing of the disk. */
    private void beat(Statement statement) {
        try {
            statement.executeUpdate("update database_pulse set beat = beat + 1 where id = 1");
            noteKept(true, "");
        } catch (SQLException e) {
            if (DatabaseAway.isReadOnlyBehind(e)) {
                noteKept(false, String.valueOf(e.getMessage()));
            }
        }
    }

    private void noteKept(boolean kept, String why) {
        if (!kept && !readOnly) {
            LOG.log(Level.ERROR, "The database keeps nothing: {0}", why);
        } else if (kept && readOnly) {
            LOG.log(Level.INFO, "The database keeps what it is given");
        }
        readOnly = !kept;
    }

    private void change(boolean away, String why) {
        if (away && !refused) {
            LOG.log(Level.ERROR, "The database does not answer: {0}", why);
        } else if (!away && refused) {
            LOG.log(Level.INFO, "The database answers");
        }
        refused = away;
    }

    @Override
    public List<Reading> readings() {
        return List.of(
                Reading.gauge("aimass_database_up", "Whether the database answers.", isAway() ? 0 : 1),
                Reading.gauge(
                        "aimass_database_read_only",
                        "Whether the database answers and keeps nothing.",
                        isReadOnly() ? 1 : 0),
                Reading.gauge(
                        "aimass_database_answer_seconds",
                        "How long the latest look took, from asking the pool for a connection to the answer.",
                        lastSeconds));
    }

    @PreDestroy
    void stop() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
