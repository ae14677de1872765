package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.aimass.stack.Visitor;

/** Tomas Lind at work: he approves what others have audited and judged, and publishes it. */
final class Approver {

    private final Visitor visitor;
    private final Page page;

    Approver(Visitor visitor) {
        this.visitor = visitor;
        page = visitor.signIn("tomas.lind");
    }

    /** Approves what was signed, after reading it. */
    void approve(String run) {
        visitor.open("/audit/decide.xhtml?id=" + run);
        page.locator("input[name='decide:decision'][value='APPROVE']").check();
        press("Confirm");
        assertThat(page.getByText("You have approved it.")).isVisible();
    }

    /** Sends what was signed back to the auditor. */
    void sendBack(String run, String reason) {
        visitor.open("/audit/decide.xhtml?id=" + run);
        page.locator("input[name='decide:decision'][value='REJECT']").check();
        page.locator("[id='decide:reason']").fill(reason);
        press("Confirm");
        assertThat(page.getByText("You have sent it back to the auditor.")).isVisible();
    }

    /** @return the report's number */
    String publish(String run, String title, String summary) {
        visitor.open("/report/publish.xhtml?id=" + run);
        Locator texts = page.locator("textarea[id^='form:texts:'][id$=':en']");
        for (int i = 0; i < texts.count(); i++) {
            texts.nth(i).fill(i == 0 ? title : summary);
        }
        press("See it as the public will");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
        page.getByText("Go on to publishing").click();
        press("Publish");
        page.waitForURL("**/reports/AM-*");
        return page.url().replaceFirst(".*/reports/", "").replaceFirst("[?#].*", "");
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
