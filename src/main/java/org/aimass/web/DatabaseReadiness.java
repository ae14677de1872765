package org.aimass.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.aimass.database.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: the database answers and has this release's tables. Says no more than that. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final Logger LOG = System.getLogger(DatabaseReadiness.class.getName());
    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource portal;

    private volatile boolean migrated;

    void migrated(@Observes DatabaseReady event) {
        migrated = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(migrated && answers())
                .build();
    }

    private boolean answers() {
        try (Connection connection = portal.getConnection();
                Statement statement = connection.createStatement()) {
            // H2 calls a connection valid whose database has closed itself
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            return statement.execute("select 1");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
