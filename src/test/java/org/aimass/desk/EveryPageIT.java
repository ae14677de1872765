package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every page, as everyone sees it who may open it, in both languages, on a desktop screen and on a phone, in the light and in the
 * dark: no barrier that axe finds, nothing wider than the screen, no word missing, no complaint of the browser.
 */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private final Set<String> seen = new TreeSet<>();
    private final Set<String> looked = new HashSet<>();

    @BeforeAll
    void theDemonstrationIsThere(Portal portal) throws InterruptedException {
        Demonstration.await(portal);
    }

    @AfterAll
    void noPageWasLeftOut() {
        Set<String> unseen = new TreeSet<>(Pages.all());
        unseen.removeAll(seen);
        assertEquals(Set.of(), unseen);
    }

    @Test
    void everyone(Portal portal, Visitor one, Visitor two, Visitor three, Visitor four) {
        walk("everyone", "", portal, List.of("/", "/register?q=nothing-like-this"), one, two, three, four);
    }

    @Test
    void aCitizen(Portal portal, Visitor one, Visitor two, Visitor three, Visitor four) {
        walk("citizen", "lin.ma", portal, List.of("/my-data"), one, two, three, four);
    }

    @Test
    void aSubmitter(Portal portal, Visitor one, Visitor two, Visitor three, Visitor four) {
        walk("submitter", "jonas.berg", portal, List.of("/work"), one, two, three, four);
    }

    @Test
    void anAuditor(Portal portal, Visitor one, Visitor two, Visitor three, Visitor four) throws SQLException {
        walk(
                "auditor",
                "amara.okafor",
                portal,
                List.of("/work", "/audit/run.xhtml?id=" + run(portal)),
                one,
                two,
                three,
                four);
    }

    @Test
    void anApprover(Portal portal, Visitor one, Visitor two, Visitor three, Visitor four) throws SQLException {
        walk(
                "approver",
                "tomas.lind",
                portal,
                List.of(
                        "/work",
                        "/report/publish.xhtml?id=" + run(portal),
                        "/report/withdraw.xhtml?number=" + report(portal)),
                one,
                two,
                three,
                four);
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

    private void walk(
            String who,
            String user,
            Portal portal,
            List<String> starts,
            Visitor one,
            Visitor two,
            Visitor three,
            Visitor four) {
        signIn(user, one);
        List<String> addresses = new Walk(one).from(starts);
        look(who, addresses, portal, one, "en-1280");
        signIn(user, two.speaking("zh-CN"));
        look(who, addresses, portal, two, "zh-1280");
        signIn(user, three.onPhone().inTheDark());
        look(who, addresses, portal, three, "en-390-dark");
        signIn(user, four.onPhone().speaking("zh-CN"));
        look(who, addresses, portal, four, "zh-390");
        addresses.forEach(address -> seen.add(Pages.fileOf(address)));
    }

    private static void signIn(String user, Visitor visitor) {
        if (!user.isEmpty()) {
            visitor.signIn(user);
        }
    }

    /** A public page, which is the same for all, is looked at again by each in English on a desktop screen only. */
    private void look(String who, List<String> addresses, Portal portal, Visitor visitor, String how) {
        for (String address : addresses) {
            boolean again = Pages.isPublic(address) && !looked.add(Pages.fileOf(address) + how);
            if (again && !how.equals("en-1280")) {
                continue;
            }
            Response response = visitor.page().navigate(portal.at(address).toString());
            String where = who + " at " + address + ", " + how;
            assertEquals(200, response.status(), where);
            Page page = visitor.page();
            if (page.url().startsWith(portal.at("/").toString())) {
                assertEquals(
                        how.startsWith("zh") ? "zh-Hans" : "en",
                        page.locator("html").getAttribute("lang"),
                        where);
            }
            assertEquals(1, page.locator("h1").count(), where);
            assertFalse(page.locator("body").innerText().contains("???"), where);
            assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), where);
            visitor.screenshot(who + Pages.fileOf(address).replace(".xhtml", "").replace('/', '-') + "-" + how);
            visitor.findsNoBarrier();
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
