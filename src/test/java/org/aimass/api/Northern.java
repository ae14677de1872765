package org.aimass.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;

/** Three organizations: a ministry that owns, an audit body with its mandate, and one that has nothing to do with either. */
public final class Northern {

    public final UUID owner = UUID.randomUUID();
    public final UUID body = UUID.randomUUID();
    final UUID stranger = UUID.randomUUID();

    private final Portal portal;
    private final String issuer;

    public Northern(Portal portal, Programs programs) throws SQLException {
        this.portal = portal;
        this.issuer = programs.issuer();
        try (Connection database = portal.database()) {
            for (UUID id : new UUID[] {owner, body, stranger}) {
                execute(
                        database,
                        "insert into organization_organization values (?, ?, ?, ?, 'DEPARTMENT', now())",
                        id,
                        id.toString(),
                        "North " + id,
                        "北 " + id);
                execute(database, "insert into activity_chain values (?)", id);
            }
            execute(
                    database,
                    "insert into organization_audit_mandate values (?, ?, ?, now())",
                    UUID.randomUUID(),
                    owner,
                    body);
        }
    }

    /** @param role of {@link org.aimass.security.Role} */
    public void join(UUID organization, String subject, String role) throws SQLException {
        try (Connection database = portal.database()) {
            execute(
                    database,
                    "insert into organization_member values (?, ?, ?, ?, ?, ?, now()) on conflict do nothing",
                    UUID.randomUUID(),
                    organization,
                    issuer,
                    subject,
                    role,
                    "a program");
        }
    }

    void leave(String subject) throws SQLException {
        try (Connection database = portal.database()) {
            execute(database, "delete from organization_member where subject = ?", subject);
        }
    }

    private static void execute(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
