package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.aimass.stack.Visitor;

/** Jonas Berg at work: he registers models and submits datasets for the ministry. */
final class Submitter {

    static final LocatorAssertions.IsVisibleOptions SOON = new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private final Visitor visitor;
    private final Page page;

    Submitter(Visitor visitor) {
        this.visitor = visitor;
        page = visitor.signIn("jonas.berg");
    }

    /**
     * @param file empty for a closed model
     * @return the model version's id, ready for audits
     */
    String register(String name, String purpose, Optional<Path> file) {
        visitor.open("/registry/register.xhtml");
        page.locator("[id='form:organization']").selectOption(Demonstration.MINISTRY);
        page.locator("[id='form:name']").fill(name);
        page.locator("[id='form:purpose']").fill(purpose);
        page.locator("[id='form:licence']").fill("CC BY 4.0");
        if (file.isPresent()) {
            page.locator("[id='form:file']").setInputFiles(file.get());
        } else {
            page.locator("input[type=radio][value=CLOSED]").check();
        }
        page.locator("[id='form:send']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible(SOON);
        return id();
    }

    /**
     * @param roles by column, those that are guessed wrongly
     * @return the dataset version's id, ready for audits
     */
    String submit(String name, String description, Path file, Map<String, String> roles) {
        visitor.open("/dataset/submit.xhtml");
        page.locator("[id='form:organization']").selectOption(Demonstration.MINISTRY);
        page.locator("[id='form:name']").fill(name);
        page.locator("[id='form:description']").fill(description);
        page.locator("[id='form:file']").setInputFiles(file);
        page.locator("[id='form:send']").click();
        page.waitForURL("**/dataset/version.xhtml?id=*");
        assertThat(page.locator("[id='roles:fix']")).isVisible(SOON);
        roles.forEach((column, role) ->
                page.locator("select[aria-label='Role of " + column + "']").selectOption(role));
        page.locator("[id='roles:fix']").click();
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible(SOON);
        return id();
    }

    private String id() {
        return page.url().replaceFirst(".*[?&]id=", "");
    }
}
