package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.aimass.report.control.PublishedSample;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** One person writes why a report should no longer stand, another publishes that, and the report stays readable. */
@RealPortal
class WithdrawalIT {

    private static final String NUMBER = "AM-2019-0777";
    private static final String WHY = "The test data was not drawn at random.";

    @Test
    void twoPeopleWithdrawAReport(Portal portal, Visitor auditor, Visitor approver, Visitor reader) throws Exception {
        Demonstration.await(portal);
        publish(portal);
        Page amara = auditor.signIn("amara.okafor");
        auditor.open("/report/manage.xhtml?number=" + NUMBER);
        auditor.findsNoBarrier();
        amara.getByRole(AriaRole.LINK, named("Withdraw")).click();
        press(amara, "See it as the public will");
        assertThat(amara.locator(".error")).containsText("“Why?” needs a text");
        auditor.findsNoBarrier();
        amara.locator("textarea").first().fill(WHY);
        press(amara, "See it as the public will");
        assertThat(amara.getByText("Only an approver of")).isVisible();
        auditor.findsNoBarrier();
        String draft = amara.url();

        Page tomas = approver.signIn("tomas.lind");
        approver.open("/work");
        tomas.locator("main a[href$='" + draft.substring(draft.indexOf("/report/")) + "']")
                .click();
        tomas.waitForURL(draft);
        tomas.getByRole(AriaRole.LINK, named("Go on to publishing")).click();
        assertThat(tomas.locator("main")).containsText(WHY);
        approver.findsNoBarrier();
        press(tomas, "Withdraw the report");
        tomas.waitForURL("**/reports/" + NUMBER);

        Page page = reader.open("/reports/" + NUMBER);
        assertTrue(page.locator(".note-error").innerText().contains(WHY));
        assertEquals("Rent support pre-check", page.locator("h1").innerText());
        assertEquals(2, page.locator("#history tbody tr").count());
        assertThat(page.locator("#verify")).containsText("does not stand any more");
        reader.screenshot("report-withdrawn-1280");
        reader.findsNoBarrier();
        assertEquals(200, portal.get("/reports/" + NUMBER + "/versions/1.json").statusCode());
        assertTrue(portal.get("/register?status=WITHDRAWN").body().contains(NUMBER));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    /** A report of the demonstration's audit body. */
    private static void publish(Portal portal) throws SQLException {
        try (Connection database = portal.database()) {
            PublishedSample.insert(database, 777);
            for (String sql : new String[] {
                "update audit_run set organization_id = (select r.organization_id from audit_run r where r.number <> 'sample-777'"
                        + " order by r.number fetch first row only) where number = ?",
                "update report_report set auditor_id = (select r.organization_id from audit_run r where r.number <> ? order by"
                        + " r.number fetch first row only) where report_number = '" + NUMBER + "'"
            }) {
                try (PreparedStatement statement = database.prepareStatement(sql)) {
                    statement.setString(1, "sample-777");
                    assertEquals(1, statement.executeUpdate());
                }
            }
        }
    }
}
