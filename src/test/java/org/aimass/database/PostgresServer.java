package org.aimass.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL on a free port of 127.0.0.1, until the tests end, and a database with the scripts of {@code sql/} for whoever asks. */
final class PostgresServer {

    private static final String MADE = "made";
    private static @Nullable EmbeddedPostgres server;
    private static int databases;

    private PostgresServer() {}

    static synchronized DataSource newDatabase() throws IOException {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.builder().start();
            create(running, MADE, "template1");
            Schema.migrate(running.getDatabase("postgres", MADE));
            server = running;
        }
        String name = "test" + ++databases;
        create(running, name, MADE);
        return running.getDatabase("postgres", name);
    }

    private static void create(EmbeddedPostgres running, String name, String from) throws IOException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create database " + name + " template " + from);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
