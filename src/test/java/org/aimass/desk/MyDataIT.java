package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** What a person sees of the uses of their own data, whatever happened to the reports about them. */
@RealPortal
class MyDataIT {

    @Test
    void aBrokenReportHidesNothingElse(Portal portal, Visitor citizen) throws Exception {
        Demonstration.await(portal);
        Page page = citizen.signIn("lin.ma");
        Map<String, String> kept = reports(portal);
        for (String sha256 : kept.keySet()) {
            change(portal, sha256, "{");
        }
        try {
            assertEquals(200, page.navigate(portal.at("/my-data").toString()).status());
            assertTrue(page.content().contains("This report cannot be read"));
            assertTrue(page.locator(".t-decision").count() > 3);
            citizen.findsNoBarrier();
        } finally {
            for (Map.Entry<String, String> report : kept.entrySet()) {
                change(portal, report.getKey(), report.getValue());
            }
        }
        citizen.open("/my-data");
        assertFalse(page.content().contains("This report cannot be read"));
        APIResponse file = page.request().get(portal.at("/my-data.json").toString());
        assertEquals(200, file.status());
        assertTrue(Objects.requireNonNull(file.headers().get("content-disposition"))
                .startsWith("attachment"));
        assertEquals("no-store", file.headers().get("cache-control"));
        assertTrue(file.text().contains("\"complete\":true"));
        assertEquals(303, portal.get("/my-data.json").statusCode(), "nobody without a sign-in");
    }

    /** T27: whoever has no records and whoever nobody knows see the same page, but for when, and how often, they looked themselves. */
    @Test
    void emptyAndUnknownLookTheSame(Portal portal, Visitor one, Visitor other) {
        assertEquals(mine(one, "jonas.berg"), mine(other, "ines.duarte"));
    }

    private static String mine(Visitor visitor, String name) {
        visitor.signIn(name);
        Page page = visitor.open("/my-data");
        return page.locator("main")
                .innerHTML()
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9T:.Z+-]+|[0-9]{1,2}:[0-9]{2}", "TIME")
                .replaceAll("TIME(, TIME)+", "TIME");
    }

    /** All about a model that was used, by digest: to one of them My data leads. */
    private static Map<String, String> reports(Portal portal) throws SQLException {
        Map<String, String> snapshots = new HashMap<>();
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery("select sha256, snapshot from report_version where model_version_id in"
                                + " (select model_version_id from datausage_record)")) {
            while (row.next()) {
                snapshots.put(row.getString(1), row.getString(2));
            }
        }
        assertFalse(snapshots.isEmpty(), "there is no report about a model that was used");
        return snapshots;
    }

    private static void change(Portal portal, String sha256, String snapshot) throws SQLException {
        try (Connection database = portal.database();
                PreparedStatement statement =
                        database.prepareStatement("update report_version set snapshot = ? where sha256 = ?")) {
            statement.setString(1, snapshot);
            statement.setString(2, sha256);
            assertEquals(1, statement.executeUpdate());
        }
    }
}
