package org.aimass.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A fresh database with the scripts of {@code sql/} applied, and the portal's entities on it, without a server. */
public final class TestDatabase implements Closeable {

    private final DataSource dataSource;
    private final Closeable server;
    private final EntityManagerFactory factory;

    private TestDatabase(DataSource dataSource, Closeable server) {
        this.dataSource = dataSource;
        this.server = server;
        Schema.migrate(dataSource);
        this.factory = Persistence.createEntityManagerFactory(
                "portal",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "eclipselink.session-name",
                        UUID.randomUUID().toString(),
                        "eclipselink.logging.level",
                        "WARNING"));
    }

    /** In memory, with the options of the portal's own file. */
    public static TestDatabase h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        return new TestDatabase(source, () -> {});
    }

    /** A database of its own on a real server, which starts with the first one and is shared by all. */
    public static TestDatabase postgres() throws IOException {
        DataSource database = PostgresServer.newDatabase();
        return new TestDatabase(database, () -> {});
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** What tells whether it is there; it has looked once. */
    public DatabaseWatch watch() {
        DatabaseWatch watch = new DatabaseWatch();
        watch.dataSource = dataSource;
        watch.look();
        return watch;
    }

    /** Runs the work in a transaction of its own and commits it; rolls back when it throws. */
    public <T> T get(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    public void run(Consumer<EntityManager> work) {
        get(em -> {
            work.accept(em);
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        factory.close();
        server.close();
    }
}
