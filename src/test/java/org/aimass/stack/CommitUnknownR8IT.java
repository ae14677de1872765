package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R8: the database commits, and the connection breaks before it can say so. Whoever sends the form again finds what was done, once. */
@RealPortal(RealPortal.With.EVERYTHING)
class CommitUnknownR8IT {

    @Test
    void aPlanWhoseCommitWasNeverHeardOfIsOneAudit(Stack stack, Portal portal, Visitor amara) throws Exception {
        UUID run = new AuditRuns(portal).awaitCompleted(Duration.ofMinutes(4));
        amara.open("/audit/start.xhtml?model=" + one(portal, "model_version_id", run) + "&dataset="
                + one(portal, "dataset_version_id", run));
        amara.signIn("amara.okafor");
        long before = count(portal);

        stack.databaseProxy().cutAfterCommitOfInsertInto("audit_run");
        Set<String> unknown = amara.sendAtOnce("plan", "plan:start", 1);
        assertTrue(stack.databaseProxy().hasCut(), () -> "the connection was not cut: " + unknown);
        assertTrue(unknown.iterator().next().contains(" 503"), unknown::toString);
        assertEquals(before + 1, count(portal), "it was committed");

        Set<String> again = amara.sendAtOnce("plan", "plan:start", 1);
        assertTrue(again.iterator().next().matches(".*/audit/run\\.xhtml\\?id=[0-9a-f-]{36} 200"), again::toString);
        assertEquals(before + 1, count(portal), "and it was done once");
    }

    private static long count(Portal portal) throws SQLException {
        return Long.parseLong(query(portal, "select count(*) from audit_run"));
    }

    private static String one(Portal portal, String column, UUID run) throws SQLException {
        return query(portal, "select " + column + " from audit_run where id = '" + run + "'");
    }

    private static String query(Portal portal, String sql) throws SQLException {
        try (Connection connection = portal.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
