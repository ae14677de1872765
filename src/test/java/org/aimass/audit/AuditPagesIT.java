package org.aimass.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's way through the pages of this room, with the real engine at its end. */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPagesIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    @TempDir
    Path folder;

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
                .isVisible(SOON);
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
        Locator own = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Rent support test"));
        assertThat(own.first()).containsText("Waits for approval");
        amara.screenshot("audits");
        amara.findsNoBarrier();
    }

    /** Judged, sent back, judged again, approved; its finding asked, answered and accepted; and its plan run once more by hand. */
    @Test
    void fromTheRunToTheAnswer(Portal portal, Visitor amara, Visitor tomas, Visitor jonas) throws Exception {
        amara.open("/audit/start.xhtml?model=" + seed().model + "&dataset=" + seed().dataset);
        Page page = amara.signIn("amara.okafor");
        page.getByRole(AriaRole.BUTTON, named("Start the audit")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results")))
                .isVisible(SOON);
        String run = page.url().replaceFirst(".*[?&]id=", "");
        assertEquals(measured(portal, run), byHand(page));
        page.getByRole(AriaRole.LINK, named("Start again with changes")).click();
        assertThat(page.locator("main")).containsText("The form begins with the plan of an earlier audit.");
        assertThat(page.locator("input[name='plan:policy'][value='public-benefits-1.0']"))
                .isChecked();
        amara.findsNoBarrier();

        judge(amara, run, "False negative rates by age: tolerance 5 points.");
        tomas.open("/audit/decide.xhtml?id=" + run);
        Page approving = tomas.signIn("tomas.lind");
        tomas.findsNoBarrier();
        approving.getByRole(AriaRole.BUTTON, named("Confirm")).click();
        assertThat(approving.getByRole(AriaRole.ALERT)).containsText("Choose whether you approve it or send it back");
        approving.locator("input[value='REJECT']").check();
        approving.getByRole(AriaRole.BUTTON, named("Confirm")).click();
        assertThat(approving.getByRole(AriaRole.ALERT)).containsText("Say what has to change");
        looksAtEveryForm(tomas, "decide-errors");
        approving.locator("[id='decide:reason']").fill("Name the smallest group.");
        approving.getByRole(AriaRole.BUTTON, named("Confirm")).click();
        assertThat(approving.getByText("Name the smallest group.")).isVisible();

        judge(amara, run, "False negative rates by age: tolerance 5 points, smallest group 210.");
        assertThat(page.getByText("One earlier judgement")).isVisible();
        approving = tomas.open("/audit/decide.xhtml?id=" + run);
        approving.locator("input[value='APPROVE']").check();
        tomas.screenshot("decide");
        approving.getByRole(AriaRole.BUTTON, named("Confirm")).click();
        assertThat(approving.getByText("You have approved it.")).isVisible();
        assertThat(approving.getByRole(AriaRole.LINK, named("Prepare the report")))
                .isVisible();
        tomas.findsNoBarrier();

        page.getByRole(AriaRole.LINK, named("Follow this finding")).first().click();
        String finding = page.url().replaceFirst(".*[?&]id=", "");
        looksAtEveryForm(amara, "finding-assign");
        page.locator("[id='assign:owner']").selectOption(new SelectOption().setLabel("Jonas Berg"));
        page.locator("[id='assign:due']")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        page.locator("[id='assign:send']").click();
        assertThat(page.getByText("The owner is asked for an answer.")).isVisible();
        amara.findsNoBarrier();

        jonas.onPhone().speaking("zh-CN").inTheDark().open("/audit/finding.xhtml?id=" + finding);
        Page answering = jonas.signIn("jonas.berg");
        answering.locator("[id='answer:send']").click();
        assertThat(answering.locator(".field-error")).isVisible();
        looksAtEveryForm(jonas, "finding-answer");
        answering.locator("[id='answer:text']").fill("我们将核对标签。");
        answering.locator("[id='answer:send']").click();
        assertThat(answering.getByText("您的答复已发送给审计员。")).isVisible();
        jonas.findsNoBarrier();
        jonas.open("/audit/findings.xhtml?status=ANSWERED");
        assertThat(answering.locator("tbody tr").first()).containsText("已答复");
        jonas.findsNoBarrier();

        amara.open("/audit/finding.xhtml?id=" + finding);
        looksAtEveryForm(amara, "finding-answered");
        page.locator("[id='accept:send']").click();
        assertThat(page.getByText("The answer is accepted.")).isVisible();
        amara.screenshot("finding");
    }

    /** With what is folded away, as wide as it is and as narrow as a phone. */
    private static void looksAtEveryForm(Visitor reader, String picture) {
        Page page = reader.page();
        page.evaluate("() => document.querySelectorAll('main details').forEach(each => { each.open = true; })");
        reader.screenshot(picture);
        reader.findsNoBarrier();
        reader.reachesAllInOwnColours();
        ViewportSize screen = page.viewportSize();
        page.setViewportSize(390, 844);
        assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), picture);
        reader.screenshot(picture + "-390");
        page.setViewportSize(screen.width, screen.height);
    }

    private static void judge(Visitor amara, String run, String words) {
        Page page = amara.open("/audit/results.xhtml?id=" + run);
        page.locator("[id='review:judgement']").fill(words);
        page.locator("[id='review:independent:0']").check();
        page.getByRole(AriaRole.BUTTON, named("Sign off")).click();
        assertThat(page.getByText("Your judgement is signed.")).isVisible();
    }

    /** What the portal's own run measured. */
    private static JsonNode measured(Portal portal, String run) throws SQLException, IOException {
        try (Connection database = portal.database();
                PreparedStatement query =
                        database.prepareStatement("select outcome_sha256 from audit_run where id = ?")) {
            query.setObject(1, UUID.fromString(run));
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next());
                String digest = row.getString(1);
                return numbers(portal.data()
                        .resolve("store")
                        .resolve(digest.substring(0, 2))
                        .resolve(digest));
            }
        }
    }

    /** What the engine measures from the job file that the page hands out. */
    private JsonNode byHand(Page page) throws IOException, InterruptedException {
        page.getByText("Run this plan on your own machine").click();
        Download download =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, named("Download the job file (JSON)"))
                        .click());
        download.saveAs(folder.resolve("job.json"));
        Files.writeString(folder.resolve("data.csv"), Applications.csv());
        Process engine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "aimass-engine.jar").toAbsolutePath().toString(),
                        "run",
                        "job.json",
                        "--out",
                        "outcome.json")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("engine.log").toFile())
                .start();
        assertEquals(0, engine.waitFor(), () -> folder.resolve("engine.log").toString());
        return numbers(folder.resolve("outcome.json"));
    }

    private static JsonNode numbers(Path outcome) throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(outcome.toFile());
        json.remove("timing");
        return json;
    }

    @Test
    void aRefusalSaysWhereAndCanBeRetried(Visitor amara, Visitor phone) {
        amara.open("/audit/start.xhtml?model=" + seed().model + "&dataset=" + seed().broken);
        Page page = amara.signIn("amara.okafor");
        page.getByRole(AriaRole.BUTTON, named("Start the audit")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("The engine cannot use the data or the model")))
                .isVisible(SOON);
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
        assertThat(page.getByText("Queued again by")).isVisible(SOON);
        assertThat(page.getByRole(AriaRole.HEADING, headed("The engine cannot use the data or the model")))
                .isVisible(SOON);
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
