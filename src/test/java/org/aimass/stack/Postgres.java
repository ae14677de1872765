package org.aimass.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tests' PostgreSQL with what can happen to one: it crashes and is started again, or it takes questions and answers none. */
public final class Postgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final Path data;

    Postgres(Path data) throws IOException {
        this.data = data;
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                // what it has acknowledged outlives its crash
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    int port() {
        return server.getPort();
    }

    Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** As {@code pg_ctl stop -m immediate}: every connection breaks, nothing is written out. */
    void crash() throws Exception {
        ProcessHandle postmaster = postmaster();
        StopIT.signal("QUIT", postmaster.pid());
        postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Again, with the options that it was started with. */
    void start() throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // it does not run as root; in a user namespace it is nobody
            command.addAll(List.of("unshare", "-U"));
        }
        String options = Files.readString(data.resolve("postmaster.opts")).strip();
        command.addAll(List.of("sh", "-c", "exec " + options));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("postgres-again.log").toFile())
                .start();
    }

    /** No process of it does anything any more, though its port still takes connections. */
    void freeze() throws Exception {
        for (ProcessHandle process : all()) {
            StopIT.signal("STOP", process.pid());
        }
    }

    void thaw() throws Exception {
        for (ProcessHandle process : all()) {
            StopIT.signal("CONT", process.pid());
        }
    }

    private List<ProcessHandle> all() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants().toList());
        return all;
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
