package org.aimass.organization;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.aimass.stack.Portal;

/**
 * Two ministries that have nothing to do with each other, beside whatever else is in the portal: Jonas Berg submits for the
 * first, Tomas Lind for the second, and Amara Okafor's audit office has a mandate of the first.
 */
public final class TwoMinistries {

    private final String issuer;
    private final String first =
            "Ministry of Rivers " + UUID.randomUUID().toString().substring(0, 8);

    /** Founds them in the portal's database, as no page does yet. */
    public TwoMinistries(Portal portal) throws SQLException {
        portal.stack().keycloak();
        String signIn = portal.get("/sign-in").headers().firstValue("Location").orElseThrow();
        issuer = signIn.substring(0, signIn.indexOf("/protocol/"));
        try (Connection connection = portal.database()) {
            UUID ministry = found(connection, first);
            UUID other = found(connection, "Ministry of Hills " + UUID.randomUUID());
            UUID auditors = found(connection, "Audit Office " + UUID.randomUUID());
            join(connection, ministry, 3, "SUBMITTER");
            join(connection, other, 2, "SUBMITTER");
            join(connection, auditors, 1, "AUDITOR");
            execute(
                    connection,
                    "insert into organization_audit_mandate values (?, ?, ?, now())",
                    UUID.randomUUID(),
                    ministry,
                    auditors);
        }
    }

    /** The name of Jonas Berg's ministry. */
    public String first() {
        return first;
    }

    private static UUID found(Connection connection, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        execute(
                connection,
                "insert into organization_organization values (?, ?, ?, ?, 'DEPARTMENT', now())",
                id,
                id.toString(),
                name,
                "部 " + name);
        execute(connection, "insert into activity_chain values (?)", id);
        return id;
    }

    private void join(Connection connection, UUID organization, int person, String role) throws SQLException {
        execute(
                connection,
                "insert into organization_member values (?, ?, ?, ?, ?, ?, now())",
                UUID.randomUUID(),
                organization,
                issuer,
                "5b0a6a1e-000" + person + "-4000-8000-00000000000" + person,
                role,
                "of the demo");
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
