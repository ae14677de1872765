package org.aimass.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, as the forward-only scripts in {@code sql/} make them: {@code common}, then what one database needs differently. */
public final class Schema {

    private Schema() {}

    /**
     * Applies the scripts that this database has not seen; nodes that start together wait for one another.
     *
     * @return how many scripts were applied
     */
    public static int migrate(DataSource dataSource) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:sql/common", "classpath:sql/" + product(dataSource))
                .failOnMissingLocations(false)
                .table("database_history")
                .validateMigrationNaming(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static String product(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }
}
