package org.aimass.dataset.boundary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aimass.organization.TwoMinistries;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** From a file to a dataset that audits may use: what is guessed, what is refused, and where it is said. */
@RealPortal
class DatasetIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private static String table() {
        StringBuilder rows = new StringBuilder("person_id,性别,age,decile,score,prediction,label\n");
        for (int i = 0; i < 40; i++) {
            rows.append("%d,%s,%d,%d,%s,%d,%d%n"
                    .formatted(i, i % 3 == 0 ? "女" : "男", 20 + i, i % 10, (i % 10) / 10.0, i % 10 / 5, i % 2));
        }
        return rows.toString();
    }

    private static void submit(Page page, TwoMinistries ministries, String content) {
        page.locator("[id='form:organization']").selectOption(ministries.first());
        page.locator("[id='form:name']").fill("Decisions " + UUID.randomUUID());
        page.locator("[id='form:description']").fill("All decided cases of one year.");
        page.locator("[id='form:file']")
                .setInputFiles(new FilePayload("../x\".csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='form:send']").click();
    }

    private static String role(Page page, int column) {
        return page.locator("[id='roles:columns:" + column + ":role']").inputValue();
    }

    private static void choose(Page page, int column, String role) {
        page.locator("[id='roles:columns:" + column + ":role']").selectOption(role);
    }

    @Test
    void rolesAreGuessedCheckedAndThenFixed(Portal portal, Visitor jonas, Visitor amara, Visitor tomas)
            throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/dataset/submit.xhtml");
        Page page = jonas.signIn("jonas.berg");
        jonas.findsNoBarrier();
        submit(page, ministries, table());
        page.waitForURL("**/dataset/version.xhtml?id=*");
        assertThat(page.locator("[id='roles:fix']")).isVisible(SOON);
        assertEquals("ID", role(page, 0));
        assertEquals("SENSITIVE", role(page, 1));
        assertEquals("FEATURE", role(page, 2));
        assertEquals("SCORE", role(page, 4));
        assertEquals("PREDICTION", role(page, 5));
        assertEquals("LABEL", role(page, 6));
        assertThat(page.getByText("男: 26")).isVisible();
        jonas.findsNoBarrier();

        choose(page, 3, "SCORE");
        choose(page, 6, "FEATURE");
        page.locator("[id='roles:fix']").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say which column is the label");
        assertThat(page.locator("tr:has(th:text-is('decile'))")).containsText("A score is a number from 0 to 1");
        assertEquals("SCORE", role(page, 3), "what was chosen stays");
        jonas.findsNoBarrier();

        choose(page, 3, "CONTROL");
        choose(page, 6, "LABEL");
        page.locator("[id='roles:fix']").click();
        assertThat(page.getByText("The roles are fixed.").first()).isVisible();
        assertThat(page.locator("[id='roles:fix']")).hasCount(0);
        jonas.findsNoBarrier();

        String id = page.url().substring(page.url().indexOf("id="));
        amara.speaking("zh-CN").open("/dataset/version.xhtml?" + id);
        Page audited = amara.signIn("amara.okafor");
        assertThat(audited.locator("td:text-is('控制变量')")).isVisible();
        amara.findsNoBarrier();

        tomas.open("/dataset/datasets.xhtml");
        Page foreign = tomas.signIn("tomas.lind");
        assertEquals(
                404,
                foreign.navigate(portal.at("/dataset/version.xhtml?" + id).toString())
                        .status());
    }

    @Test
    void aWrongRowIsNamedByItsLine(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.onPhone().open("/dataset/submit.xhtml");
        Page page = jonas.signIn("jonas.berg");
        submit(page, ministries, "a,b,label\n1,2,0\n3,4,1\n5,6,7,8\n");
        page.waitForURL("**/dataset/version.xhtml?id=*");
        assertThat(page.locator(".note-error")).isVisible(SOON);
        assertThat(page.locator(".note-error")).containsText("data.csv: line 4");
        jonas.findsNoBarrier();
    }

    @Test
    void anEmptyFileIsRefusedAtItsField(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/dataset/submit.xhtml");
        Page page = jonas.signIn("jonas.berg");
        submit(page, ministries, "");
        assertThat(page.getByText("Choose a CSV or Parquet file").first()).isVisible();
        assertThat(page.getByText("Choose the file again")).isVisible();
        jonas.findsNoBarrier();
    }
}
