package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every page, as everyone sees it who may open it: no barrier that axe finds, nothing wider than the screen, no word missing, no
 * complaint of the browser. Whoever comes first sees it in both languages, on a desktop screen and on a phone, in the light and in the
 * dark; the others in English on a desktop screen and in Chinese on a phone.
 */
@RealPortal({RealPortal.With.THE_DEMONSTRATION, RealPortal.With.OWN_ORGANIZATIONS})
@Order(RealPortal.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, String> made = new TreeMap<>();

    @BeforeAll
    void theDemonstrationIsThere(Portal portal) throws InterruptedException {
        Demonstration.await(portal);
    }

    @AfterAll
    void noPageWasLeftOutAndNothingIsLeftBehind(Portal portal) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement()) {
            for (Map.Entry<String, String> row : made.entrySet()) {
                statement.executeUpdate("delete from " + row.getValue() + " where id = '" + row.getKey() + "'");
            }
        }
        Set<String> unseen = new TreeSet<>(Pages.all());
        unseen.removeAll(seen);
        assertEquals(Set.of(), unseen);
    }

    @Test
    void everyone(Portal portal, Visitor reader, Visitor chinese) {
        walk("everyone", "", portal, List.of("/", "/guide", "/register?q=nothing-like-this"), reader, chinese);
    }

    @Test
    void aCitizen(Portal portal, Visitor reader, Visitor chinese) {
        walk("citizen", "lin.ma", portal, List.of("/my-data", "/organization/invitation.xhtml"), reader, chinese);
    }

    @Test
    void aSubmitter(Portal portal, Visitor reader, Visitor chinese) throws SQLException {
        String draft = unfinished(
                portal,
                "registry_model_version",
                "id, draft, status, version_number, label",
                "true, 'DRAFT', 901, 'draft'");
        unfinished(
                portal,
                "registry_model_version",
                "id, status, version_number, label, withdrawal, withdrawn_by, withdrawn_at",
                "'WITHDRAWN', 902, 'withdrawn', 'It drowned', 'Jonas Berg', submitted_at");
        String roles = unfinished(
                portal,
                "dataset_version",
                "id, status, version_number, roles_from, survey",
                "'PROFILED', 901, 1, null");
        walk(
                "submitter",
                "jonas.berg",
                portal,
                List.of(
                        "/work",
                        "/registry/edit.xhtml?id=" + draft,
                        "/registry/final.xhtml?id=" + draft,
                        "/dataset/version.xhtml?id=" + roles,
                        "/dataset/datasheet.xhtml?id=" + roles),
                reader,
                chinese);
    }

    /** Another row like the first, but for its id and these columns. */
    private String unfinished(Portal portal, String table, String columns, String values) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet others =
                        statement.executeQuery("select string_agg(column_name, ', ') from information_schema.columns"
                                + " where table_name = '" + table + "' and column_name not in ('"
                                + columns.replace(", ", "', '") + "')")) {
            assertTrue(others.next());
            String rest = others.getString(1);
            statement.executeUpdate("insert into " + table + " (" + columns + ", " + rest + ") select '" + id + "', "
                    + values + ", " + rest + " from " + table + " where version_number = 1 order by submitted_at"
                    + " fetch first row only");
        }
        made.put(id, table);
        return id;
    }

    @Test
    void anAuditor(Portal portal, Visitor reader, Visitor chinese) throws SQLException {
        List<String> starts =
                List.of("/work", "/audit/run.xhtml?id=" + run(portal), "/audit/cancel.xhtml?id=" + run(portal));
        walk("auditor", "amara.okafor", portal, starts, reader, chinese);
    }

    @Test
    void anApprover(Portal portal, Visitor reader, Visitor chinese) throws SQLException {
        List<String> starts = List.of(
                "/work", "/report/publish.xhtml?id=" + run(portal), "/report/withdraw.xhtml?number=" + report(portal));
        walk("approver", "tomas.lind", portal, starts, reader, chinese);
    }

    @Test
    void whoAdministersAnOrganization(Portal portal, Visitor reader, Visitor chinese) {
        walk("administrator", "marta.silva", portal, List.of("/organization/people.xhtml"), reader, chinese);
    }

    @Test
    void whoAdministersThePortal(Portal portal, Visitor reader, Visitor chinese) throws SQLException {
        List<String> starts = List.of("/work", "/desk/cancel.xhtml?id=" + run(portal));
        walk("portal-administrator", "ines.duarte", portal, starts, reader, chinese);
    }

    @Test
    void whoeverTakesAWrongTurn(Portal portal, Visitor reader, Visitor phone, Visitor auditor) {
        for (Visitor each : List.of(reader, phone.onPhone().speaking("zh-CN").inTheDark(), auditor)) {
            if (each == auditor) {
                each.signIn("amara.okafor");
            }
            Response response = each.page().navigate(portal.at("/no-such-page").toString());
            assertEquals(404, response.status());
            each.findsNoBarrier();
        }
        reader.screenshot("missing-en-1280");
        phone.screenshot("missing-zh-390-dark");
        auditor.screenshot("missing-auditor-en-1280");
    }

    private void walk(String who, String user, Portal portal, List<String> starts, Visitor reader, Visitor chinese) {
        signIn(user, reader);
        Look english = new Look(reader, who, "en");
        Set<String> unseen = new HashSet<>();
        Consumer<String> open = address -> {
            english.at(portal, address).on(Look.Screen.DESKTOP, ColorScheme.LIGHT);
            if (seen.add(Pages.fileOf(address))) {
                unseen.add(address);
                english.picture();
                english.on(Look.Screen.PHONE, ColorScheme.DARK).picture();
            }
        };
        List<String> addresses = new Walk(reader, open).from(starts);
        signIn(user, chinese.speaking("zh-CN"));
        Look other = new Look(chinese, who, "zh");
        for (String address : addresses) {
            boolean first = unseen.contains(address);
            if (first || !Pages.isPublic(address)) {
                other.at(portal, address).fits(Look.Screen.PHONE, ColorScheme.LIGHT);
            }
            if (first) {
                other.on(Look.Screen.PHONE, ColorScheme.LIGHT).picture();
                other.on(Look.Screen.DESKTOP, ColorScheme.DARK).picture();
            }
        }
    }

    private static void signIn(String user, Visitor visitor) {
        if (!user.isEmpty()) {
            visitor.signIn(user);
        }
    }

    private static String report(Portal portal) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select min(report_number) from report_report")) {
            assertTrue(row.next(), "there is no report");
            return row.getString(1);
        }
    }

    private static String run(Portal portal) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery("select id from audit_run order by number fetch first row only")) {
            assertTrue(row.next(), "there is no audit");
            return row.getString(1);
        }
    }
}
