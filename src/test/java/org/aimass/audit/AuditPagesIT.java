package org.aimass.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Set;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An auditor's way through the pages of this room, with the real engine at its end. */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPagesIT {

    private static final LocatorAssertions.IsVisibleOptions A_MINUTE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private @Nullable Seed seed;

    @BeforeAll
    void lay(Portal portal) throws SQLException, IOException {
        seed = Seed.into(portal);
    }

    private Seed seed() {
        Seed laid = seed;
        if (laid == null) {
            throw new IllegalStateException("nothing was laid");
        }
        return laid;
    }

    @Test
    void anAuditFindsWhatIsInTheData(Visitor amara) {
        amara.open("/audit/audits.xhtml");
        Page page = amara.signIn("amara.okafor");
        amara.screenshot("audits-empty");
        amara.findsNoBarrier();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start an audit"))
                .click();
        page.locator("[id='choose:model']").selectOption(seed().model.toString());
        page.locator("[id='choose:dataset']").selectOption(seed().dataset.toString());
        amara.screenshot("start-choose");
        amara.findsNoBarrier();
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        assertThat(page.getByText("Label “entitled” has two values")).isVisible();
        assertThat(page.locator("#power")).containsText("65 and over: probably “insufficient evidence”");
        amara.screenshot("start-plan");
        amara.findsNoBarrier();
        page.getByRole(AriaRole.BUTTON, named("Start the audit")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results")))
                .isVisible(A_MINUTE);
        amara.screenshot("run-completed");
        amara.findsNoBarrier();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results"))
                .click();
        Locator young = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("18 to 29"));
        assertThat(young.first()).containsText("17.4");
        assertThat(young.first()).containsText("of 2,310");
        assertThat(young.first()).containsText("Disparity shown");
        assertThat(young.first()).containsText("+8.6 (+6.9 to +10.4)");
        amara.screenshot("results");
        amara.findsNoBarrier();
        page.getByRole(AriaRole.BUTTON, named("Sign off")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter your judgement");
        amara.screenshot("results-errors");
        amara.findsNoBarrier();
        page.locator("[id='review:judgement']")
                .fill("False negative rates by age: tolerance 5 points, smallest group 210.");
        page.locator("[id='review:independent:0']").check();
        page.getByRole(AriaRole.BUTTON, named("Sign off")).click();
        assertThat(page.getByText("Your judgement is signed.")).isVisible();
        amara.open("/audit/audits.xhtml");
        assertThat(page.locator("tbody tr").first()).containsText("Waits for approval");
        amara.screenshot("audits");
        amara.findsNoBarrier();
    }

    @Test
    void aRefusalSaysWhereAndCanBeRetried(Visitor amara, Visitor phone) {
        amara.open("/audit/start.xhtml?model=" + seed().model + "&dataset=" + seed().broken);
        Page page = amara.signIn("amara.okafor");
        page.getByRole(AriaRole.BUTTON, named("Start the audit")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("The engine cannot use the data or the model")))
                .isVisible(A_MINUTE);
        assertThat(page.locator(".note-error")).containsText("maybe");
        amara.screenshot("run-failed");
        amara.findsNoBarrier();
        String path =
                URI.create(page.url()).getPath() + "?" + URI.create(page.url()).getQuery();
        phone.onPhone().speaking("zh-CN").open(path);
        phone.signIn("amara.okafor");
        assertThat(phone.page().locator(".note-error")).containsText("maybe");
        phone.screenshot("run-failed-zh-390");
        phone.findsNoBarrier();
        page.getByRole(AriaRole.BUTTON, named("Try again with the same plan")).click();
        assertThat(page.getByText("Queued again by")).isVisible(A_MINUTE);
        assertThat(page.getByRole(AriaRole.HEADING, headed("The engine cannot use the data or the model")))
                .isVisible(A_MINUTE);
    }

    @Test
    void aPlanSentTwelveTimesAtOnceIsOneAudit(Visitor amara) {
        amara.open("/audit/start.xhtml?model=" + seed().model + "&dataset=" + seed().dataset);
        amara.signIn("amara.okafor");
        Set<String> answers = amara.sendAtOnce("plan", "plan:start", 12);
        assertEquals(1, answers.size(), answers::toString);
        assertTrue(answers.iterator().next().matches(".*/audit/run\\.xhtml\\?id=[0-9a-f-]{36} 200"), answers::toString);
    }

    @Test
    void errorsStandBesideTheirFields(Visitor amara) {
        amara.open("/audit/start.xhtml?model=" + seed().model + "&dataset=" + seed().dataset);
        Page page = amara.signIn("amara.okafor");
        for (Locator box : page.locator("input[type=checkbox]").all()) {
            box.uncheck();
        }
        page.getByRole(AriaRole.BUTTON, named("Start the audit")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose at least one feature to compare by");
        assertTrue(page.title().startsWith("Error"), page.title());
        amara.screenshot("start-errors");
        amara.findsNoBarrier();
    }

    @Test
    void aCitizenOfNoAuditBodySeesNothing(Visitor lin) {
        lin.open("/audit/audits.xhtml");
        Page page = lin.signIn("lin.ma");
        assertEquals(404, page.evaluate("() => fetch(location.href).then(answer => answer.status)"));
    }

    @Test
    void everybodyCanReadHowWeMeasure(Visitor anyone) {
        anyone.open("/method");
        assertThat(anyone.page().getByRole(AriaRole.HEADING, headed("How we measure")))
                .isVisible();
        anyone.screenshot("method");
        anyone.findsNoBarrier();
    }

    @Test
    void chineseOnAPhoneWithoutScript(Visitor reader) {
        reader.onPhone().speaking("zh-CN").withoutScript().open("/method");
        reader.screenshot("method-zh-390");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions headed(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
