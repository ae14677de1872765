package org.aimass.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Which database this is, and how far its tables are. */
@ApplicationScoped
public class DatabaseFacts {

    @Resource(lookup = Database.DATA_SOURCE)
    DataSource dataSource;

    /**
     * What there is to tell.
     *
     * @param product such as {@code PostgreSQL 17.6}
     * @param migration the number of the last script that was applied, such as {@code 182}
     * @param about what that script was about
     */
    public record Facts(String product, String migration, String about) {}

    public Facts read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select \"version\", \"description\" from \"database_history\""
                        + " where \"version\" is not null order by \"installed_rank\" desc fetch first row only")) {
            String product = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
            return last.next() ? new Facts(product, last.getString(1), last.getString(2)) : new Facts(product, "", "");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }
}
