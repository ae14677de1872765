package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.aimass.stack.Keys;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole main job by people who have no mouse: from the entrance on, every control is reached by Tab, shows its focus, and is worked by
 * its keys. No address is typed.
 */
@RealPortal
class KeyboardIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void theDemonstrationIsThere(Portal portal) throws InterruptedException {
        Demonstration.await(portal);
    }

    @Test
    void theMainJob(Portal portal, Visitor jonas, Visitor amara, Visitor tomas, Visitor citizen) throws IOException {
        submits(new Hands(jonas, portal, "jonas.berg"));
        audits(new Hands(amara, portal, "amara.okafor"));
        publishes(new Hands(tomas, portal, "tomas.lind"));
        reads(new Hands(citizen, portal, ""));
    }

    private void submits(Hands jonas) throws IOException {
        jonas.link("Models");
        jonas.link("Register a model");
        jonas.choose("Organisation", Demonstration.MINISTRY);
        jonas.type("Name", "Winter aid");
        jonas.type("Purpose", "Says who gets help with heating.");
        jonas.type("Licence or terms of use", "CC BY 4.0");
        Locator access = jonas.group("How can it be audited?");
        jonas.keys.pick(access, access.locator("input[value=CLOSED]"));
        jonas.button("Register the model");
        assertThat(jonas.page.locator("[id='version'] .tag-ok").first()).isVisible(Submitter.SOON);

        jonas.link("Datasets");
        jonas.link("Submit a dataset");
        jonas.choose("Organisation", Demonstration.MINISTRY);
        jonas.type("Name", "Winter aid, answers");
        jonas.type("Description", "600 people and what the model said.");
        jonas.keys.file(jonas.page.getByLabel("File").first(), answers());
        jonas.button("Submit the dataset");
        assertThat(jonas.page.getByLabel("Role of answer")).isVisible(Submitter.SOON);
        jonas.choose("Role of answer", "Prediction");
        jonas.button("Fix the roles");
        assertThat(jonas.page.locator("[id='version'] .tag-ok").first()).isVisible(Submitter.SOON);
    }

    private static void audits(Hands amara) {
        amara.link("Audits");
        amara.link("Start an audit");
        amara.choose("Model version", "Winter aid");
        amara.choose("Dataset version", "Winter aid, answers");
        amara.button("Continue");
        Locator policies = amara.group("Policy");
        amara.keys.pick(policies, policies.locator("input").last());
        amara.keys.tick(amara.page.getByLabel("sex").first());
        amara.button("Start the audit");
        Locator results = amara.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results"));
        assertThat(results).isVisible(Submitter.SOON);
        amara.keys.follow(results);
        amara.type("Your judgement", "Women are helped less often, by what the table says.");
        amara.keys.tick(amara.page.locator("[id='review:independent:0']"));
        amara.button("Sign off");
        assertThat(amara.page.getByText("Your judgement is signed.")).isVisible();
    }

    private static void publishes(Hands tomas) {
        tomas.link(Pattern.compile("Winter aid"));
        Locator decision = tomas.page.locator("fieldset").first();
        tomas.keys.pick(decision, decision.locator("input[value=APPROVE]"));
        tomas.button("Confirm");
        assertThat(tomas.page.getByText("You have approved it.")).isVisible();
        tomas.link("Prepare the report");
        tomas.page.waitForURL("**/report/publish.xhtml?*");
        Locator texts = tomas.page.locator("textarea[id^='form:texts:'][id$=':en']");
        for (int i = 0; i < texts.count(); i++) {
            tomas.keys.type(texts.nth(i), i == 0 ? "Winter aid" : "Says who gets help with heating.");
        }
        tomas.button("See it as the public will");
        tomas.link("Go on to publishing");
        tomas.button("Publish");
        tomas.page.waitForURL("**/reports/AM-*");
    }

    private static void reads(Hands citizen) {
        citizen.type("Search", "Winter aid");
        citizen.button("Search");
        citizen.link("Winter aid");
        assertThat(citizen.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Winter aid")))
                .isVisible();
    }

    /** 600 people; of the women who need help, fewer are found. */
    private Path answers() throws IOException {
        StringBuilder rows = new StringBuilder("person_id,sex,label,answer\n");
        for (int i = 0; i < 600; i++) {
            boolean woman = i % 2 == 0;
            int needs = i % 3 == 0 ? 1 : 0;
            int found = needs == 1 && i % (woman ? 4 : 21) != 0 ? 1 : 0;
            rows.append(i)
                    .append(woman ? ",woman," : ",man,")
                    .append(needs)
                    .append(',')
                    .append(found)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("answers.csv"), rows);
    }

    /** Somebody at a keyboard. */
    private static final class Hands {

        final Page page;
        final Keys keys;

        Hands(Visitor visitor, Portal portal, String username) {
            page = visitor.open("/");
            keys = new Keys(page);
            if (!username.isEmpty()) {
                link("Sign in");
                keys.type(page.locator("#username"), username);
                keys.type(page.locator("#password"), portal.stack().password(username));
                keys.follow(page.locator("#kc-login"));
                page.waitForURL(url -> !url.contains("/realms/"));
                link("Workspace");
            }
        }

        void link(String name) {
            keys.follow(page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first());
        }

        void link(Pattern name) {
            keys.follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                    .first());
        }

        void button(String name) {
            keys.follow(page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
        }

        Locator group(String legend) {
            return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend));
        }

        void choose(String label, String option) {
            keys.choose(page.getByLabel(label).first(), option);
        }

        void type(String label, String text) {
            keys.type(page.getByLabel(label).first(), text);
        }
    }
}
