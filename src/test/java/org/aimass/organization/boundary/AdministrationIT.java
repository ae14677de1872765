package org.aimass.organization.boundary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.TwoMinistries;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** From founding an organization to its first role, and that nobody gets at what others administer (T15, T17). */
@RealPortal
class AdministrationIT {

    private static final String ANY = "5b0a6a1e-0001-4000-8000-000000000001";

    private final String slug = "hills-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void fromFoundingToTheFirstRoleAndBack(Portal portal, Visitor ines, Visitor tomas, Visitor lin) throws Exception {
        String foreign = new TwoMinistries(portal).first();
        ines.open("/organization/create.xhtml");
        Page above = ines.signIn("ines.duarte");
        send(above);
        assertThat(above.locator("[role=alert]")).isVisible();
        ines.findsNoBarrier();
        above.locator("[id='form:nameEn']").fill(slug);
        above.locator("[id='form:nameZh']").fill("山");
        above.locator("[id='form:slug']").fill(slug);
        above.locator("[id='form:note']").fill("Tomas");
        Set<String> answers = ines.sendAtOnce("form", "form:send", 6);
        assertTrue(
                answers.stream()
                        .allMatch(each -> each.matches(".*/organization\\.xhtml\\?id=[0-9a-f-]{36} 200.*")
                                || each.contains("alert")
                                || each.contains("create.xhtml")),
                answers::toString);
        assertEquals("1", one(portal, "select count(*) from organization_organization where slug = ?", slug));
        String id = one(portal, "select id from organization_organization where slug = ?", slug);

        above.navigate(portal.at("/organization/invite.xhtml?id=" + id).toString());
        above.locator("[id='form:note']").fill("Tomas again");
        send(above);
        Locator code = above.locator("[aria-labelledby=code] .mono").first();
        assertThat(code).isVisible();
        ines.findsNoBarrier();
        String link = code.innerText();
        assertFalse(portal.log().stream().anyMatch(each -> each.contains(link.replaceFirst(".*code=", ""))));
        above.reload();
        assertThat(code).hasCount(0);

        tomas.open(link.substring(portal.at("").toString().length()));
        Page inside = tomas.signIn("tomas.lind");
        assertThat(inside.locator("h1")).hasText("Invitation");
        tomas.findsNoBarrier();
        inside.locator("[id='accept:send']").click();
        inside.waitForURL("**/work*");
        invite(portal, inside, id);
        nothingForeign(portal, inside, foreign);
        disableAndEnable(portal, above, inside, tomas, id);

        lin.open("/organization/invitation.xhtml?code=" + link.replaceFirst(".*code=", ""));
        Page late = lin.signIn("lin.ma");
        assertThat(late.getByText("This code is not good for anything")).isVisible();
        lin.findsNoBarrier();
    }

    /** A role that no form offers is not given, whatever is sent. */
    private static void invite(Portal portal, Page page, String id) throws SQLException {
        page.navigate(portal.at("/organization/invite.xhtml?id=" + id).toString());
        page.locator("[id='form:note']").fill("Somebody");
        for (String forged : List.of("PORTAL_ADMIN", "SYSTEM", "nonsense")) {
            page.evaluate(
                    "role => { const box = document.querySelector('input[type=checkbox]'); box.value = role;"
                            + " box.checked = true; }",
                    forged);
            send(page);
            assertThat(page.locator("[role=alert]")).isVisible();
            assertEquals("Somebody", page.locator("[id='form:note']").inputValue(), "input is kept");
        }
        page.locator("input[value=AUDITOR]").check();
        page.locator("input[value=APPROVER]").check();
        send(page);
        assertThat(page.getByText("It makes one person auditor and approver")).isVisible();
        assertEquals(
                "AUDITOR,APPROVER",
                one(
                        portal,
                        "select roles from organization_invitation where note = 'Somebody' and"
                                + " organization_id = cast(? as uuid)",
                        id));
    }

    private static void nothingForeign(Portal portal, Page page, String foreign) throws SQLException {
        String other = one(portal, "select id from organization_organization where name_en = ?", foreign);
        for (String path : List.of(
                "/organization/people.xhtml?id=",
                "/organization/mandates.xhtml?id=",
                "/organization/invite.xhtml?id=",
                "/organization/activity.xhtml?id=",
                "/organization/activity.xhtml?format=csv&id=",
                "/organization/person.xhtml?issuer=x&subject=y&id=",
                "/organization/revoke.xhtml?auditor=" + ANY + "&id=")) {
            assertEquals(text(portal, page, path + UUID.randomUUID()), text(portal, page, path + other), path);
        }
    }

    private static String text(Portal portal, Page page, String path) {
        Response response = page.navigate(portal.at(path).toString());
        assertEquals(404, response.status(), path);
        return page.locator("main").innerText().replaceAll("[0-9a-f]{16}", "N");
    }

    private static void disableAndEnable(Portal portal, Page above, Page inside, Visitor member, String id) {
        above.navigate(portal.at("/organization/disable.xhtml?id=" + id).toString());
        above.locator("[id='form:reason']").fill("Unpaid since May");
        above.locator("[id='form:disable']").click();
        assertThat(above.getByText("The organisation is disabled.")).isVisible();
        inside.navigate(portal.at("/organization/invite.xhtml?id=" + id).toString());
        assertThat(inside.getByText("Unpaid since May")).isVisible();
        inside.locator("[id='form:note']").fill("Nobody");
        inside.locator("input[value=AUDITOR]").check();
        send(inside);
        assertThat(inside.getByText("This organisation is disabled: you can read")
                        .first())
                .isVisible();
        member.findsNoBarrier();
        inside.navigate(portal.at("/organization/people.xhtml?id=" + id).toString());
        assertThat(inside.getByText("1 person")).isVisible();
        above.navigate(portal.at("/organization/disable.xhtml?id=" + id).toString());
        above.locator("[id='form:reason']").fill("Paid");
        above.locator("[id='form:enable']").click();
        assertThat(above.getByText("The organisation is enabled.")).isVisible();
        inside.navigate(portal.at("/organization/activity.xhtml?id=" + id).toString());
        assertThat(inside.getByText("Organisation disabled").last()).isVisible();
        assertThat(inside.locator(".note-ok")).containsText("is whole");
    }

    @Test
    void whoAdministersNothingFindsNoPageOfIt(Portal portal, Visitor jonas) {
        jonas.open("/work");
        Page page = jonas.signIn("jonas.berg");
        assertThat(page.locator(".rail a[href*='/organization/'], .rail a[href='/desk/runs.xhtml']"))
                .hasCount(0);
        List<String> opened = new ArrayList<>();
        for (String path : List.of(
                "/organization/organizations.xhtml",
                "/organization/create.xhtml",
                "/organization/organization.xhtml?id=" + ANY,
                "/organization/rename.xhtml?id=" + ANY,
                "/organization/disable.xhtml?id=" + ANY,
                "/organization/invite.xhtml?id=" + ANY,
                "/organization/people.xhtml",
                "/organization/person.xhtml?issuer=x&subject=y",
                "/organization/mandates.xhtml",
                "/organization/revoke.xhtml?auditor=" + ANY,
                "/organization/activity.xhtml",
                "/desk/runs.xhtml",
                "/desk/cancel.xhtml?id=" + ANY,
                "/desk/storage.xhtml",
                "/desk/system.xhtml")) {
            if (page.navigate(portal.at(path).toString()).status() != 404) {
                opened.add(path);
            }
        }
        assertEquals(List.of(), opened);
    }

    private static void send(Page page) {
        page.locator("[id='form:send']").click();
    }

    private static String one(Portal portal, String sql, String value) throws SQLException {
        try (Connection connection = portal.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                assertTrue(row.next(), sql);
                return row.getString(1);
            }
        }
    }
}
