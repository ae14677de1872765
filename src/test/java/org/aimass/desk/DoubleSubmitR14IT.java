package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R14: every form of the main job, sent twenty times at once, has one effect and gives everybody the same answer. */
@RealPortal
class DoubleSubmitR14IT {
    private static final int TIMES = 20;

    @TempDir
    Path folder;

    @Test
    void eachStepSentTwentyTimesAtOnceIsDoneOnce(Portal portal, Visitor jonas, Visitor amara, Visitor tomas)
            throws Exception {
        awaitCalm(portal);
        Map<String, Long> before = acts(portal);

        String model = register(jonas);
        String dataset = submit(jonas);
        String run = start(amara, model, dataset);
        judge(amara, run);
        approve(tomas, run);
        publish(tomas, run);

        Map<String, Long> after = acts(portal);
        before.forEach((act, times) -> after.merge(act, -times, Long::sum));
        after.values().removeIf(times -> times == 0);
        assertTrue(after.size() >= 6, after::toString);
        after.forEach((act, times) -> assertEquals(1, times, () -> act + " was done again: " + after));
    }

    private static String register(Visitor jonas) {
        Page page = jonas.signIn("jonas.berg");
        jonas.open("/registry/register.xhtml");
        page.locator("[id='form:organization']").selectOption(Demonstration.MINISTRY);
        page.locator("[id='form:name']").fill("Sent twenty times");
        page.locator("[id='form:purpose']").fill("Shows that one is one");
        page.locator("[id='form:licence']").fill("CC BY 4.0");
        page.locator("input[type=radio][value=CLOSED]").check();
        return id(oneAnswer(jonas, "form", "form:send"), "/registry/model.xhtml");
    }

    private String submit(Visitor jonas) throws Exception {
        StringBuilder table = new StringBuilder("person,group,entitled,said\n");
        for (int i = 0; i < 400; i++) {
            table.append(i).append(i % 2 == 0 ? ",A," : ",B,");
            table.append(i % 3 == 0 ? 1 : 0)
                    .append(',')
                    .append(i % 5 == 0 ? 1 : 0)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("sent.csv"), table);
        Page page = jonas.open("/dataset/submit.xhtml");
        page.locator("[id='form:organization']").selectOption(Demonstration.MINISTRY);
        page.locator("[id='form:name']").fill("Sent twenty times");
        page.locator("[id='form:description']").fill("Invented");
        page.locator("[id='form:file']").setInputFiles(file);
        String version = oneAnswer(jonas, "form", "form:send");
        page.navigate(version);
        assertThat(page.locator("[id='roles:fix']")).isVisible(Submitter.SOON);
        Map.of("person", "ID", "group", "SENSITIVE", "entitled", "LABEL", "said", "PREDICTION")
                .forEach((column, role) -> page.locator("select[aria-label='Role of " + column + "']")
                        .selectOption(role));
        String fixed = oneAnswer(jonas, "roles", "roles:fix");
        page.navigate(version);
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible(Submitter.SOON);
        return id(fixed, "/dataset/version.xhtml");
    }

    private static String start(Visitor amara, String model, String dataset) {
        Page page = amara.signIn("amara.okafor");
        amara.open("/audit/start.xhtml?model=" + model + "&dataset=" + dataset);
        String run = oneAnswer(amara, "plan", "plan:start");
        page.navigate(run);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results")))
                .isVisible(Submitter.SOON);
        return id(run, "/audit/run.xhtml");
    }

    private static void judge(Visitor amara, String run) {
        Page page = amara.open("/audit/results.xhtml?id=" + run);
        page.locator("[id='review:judgement']").fill("What was measured is what happened.");
        page.locator("[id='review:independent:0']").check();
        oneAnswer(amara, "review", "review:sign");
    }

    private static void approve(Visitor tomas, String run) {
        Page page = tomas.signIn("tomas.lind");
        tomas.open("/audit/decide.xhtml?id=" + run);
        page.locator("input[name='decide:decision'][value='APPROVE']").check();
        oneAnswer(tomas, "decide", "decide:send");
    }

    private static void publish(Visitor tomas, String run) {
        Page page = tomas.open("/report/publish.xhtml?id=" + run);
        Locator texts = page.locator("textarea[id^='form:texts:'][id$=':en']");
        for (int i = 0; i < texts.count(); i++) {
            texts.nth(i).fill("Sent twenty times, published once");
        }
        page.navigate(oneAnswer(
                tomas, "form", button(page, "See it as the public will").getAttribute("name")));
        page.getByText("Go on to publishing").click();
        button(page, "Publish").waitFor();
        String report = oneAnswer(tomas, "form", button(page, "Publish").getAttribute("name"));
        assertTrue(report.matches(".*/reports/AM-[0-9]{4}-[0-9]{4}.*"), report);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Where all of them led. */
    private static String oneAnswer(Visitor visitor, String form, String button) {
        Set<String> answers = visitor.sendAtOnce(form, button, TIMES);
        assertEquals(1, answers.size(), answers::toString);
        String answer = answers.iterator().next();
        assertTrue(answer.endsWith(" 200"), answer);
        return answer.replaceFirst(" 200$", "");
    }

    private static String id(String address, String page) {
        assertTrue(address.contains(page), address);
        return address.replaceFirst(".*[?&]id=", "").replaceFirst("[&#].*", "");
    }

    /** How often each kind of act was recorded by the ministry of the demonstration and by its audit bodies. */
    private static Map<String, Long> acts(Portal portal) throws SQLException {
        Map<String, Long> acts = new TreeMap<>();
        try (Connection connection = portal.database();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select action, count(*) from activity_record where organization_id in ("
                                + "select id from organization_organization where name_en = '" + Demonstration.MINISTRY
                                + "' union select m.auditor_organization_id from organization_audit_mandate m join"
                                + " organization_organization o on o.id = m.organization_id where o.name_en = '"
                                + Demonstration.MINISTRY + "') group by action")) {
            while (rows.next()) {
                acts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return acts;
    }

    /** The demo does nothing any more. */
    private static void awaitCalm(Portal portal) throws Exception {
        for (int calm = 0, looks = 0; calm < 6 && looks < 480; looks++) {
            Map<String, Long> acts = acts(portal);
            Thread.sleep(500);
            calm = acts.equals(acts(portal)) && acts.keySet().stream().anyMatch(act -> act.contains("publish"))
                    ? calm + 1
                    : 0;
        }
    }
}
