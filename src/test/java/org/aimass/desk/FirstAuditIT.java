package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.aimass.stack.MailServer;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/**
 * A newcomer does what the guide says, and nothing that it does not say, in one browser: six steps as three people. The pictures
 * of the README are taken on the way, and while the audit runs the mail server is dead (R21).
 */
@RealPortal(RealPortal.With.EVERYTHING) // mails come in the language that somebody else may choose for the auditor
class FirstAuditIT {

    private static final String AMARA = "amara.okafor@northmere.example";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** What the newcomer did: buttons and links pressed, choices made, texts written, forms of the sign-in sent. */
    private int acts;

    @Test
    void theGuideLeadsThroughAFirstAudit(Portal portal, Visitor newcomer, Visitor citizen) throws Exception {
        Demonstration.await(portal);
        MailServer mail = portal.stack().mail();
        mail.die();
        Instant begin = Instant.now();
        Page page = begin(newcomer);
        choose(page, Pattern.compile("^Public benefits"));
        newcomer.picture("first-audit-start", 780);
        Instant pressed = Instant.now();
        press(page, "Start the audit");
        assertTrue(
                Duration.between(pressed, Instant.now()).compareTo(Duration.ofSeconds(8)) < 0, "nobody waits for mail");

        Locator results = page.getByRole(AriaRole.LINK, named("Open the results"));
        assertThat(results).isVisible(Submitter.SOON);
        newcomer.screenshot("first-audit-run");
        follow(page, "Open the results");
        String number = page.locator("nav.crumbs [aria-current]").textContent().replaceAll("[^0-9-]", "");
        newcomer.picture("results", 1200);
        write(page, "Your judgement", "Of entitled people under 30 the model misses more than of those aged 30 to 44.");
        choose(page, Pattern.compile("^I have no employment or financial interest"));
        mail.start();
        press(page, "Sign off");

        next(page, "step 4 of 6");
        newcomer.screenshot("first-audit-guide");
        newcomer.findsNoBarrier();
        press(page, "Sign out first");
        signIn(newcomer, "Sign in as tomas.lind", "tomas.lind");
        choose(page, Pattern.compile("^Approve"));
        newcomer.picture("first-audit-approve", 840);
        press(page, "Confirm");

        next(page, "step 5 of 6");
        Deque<String> sentences =
                new ArrayDeque<>(page.locator("#step-5 li span:last-child").allTextContents());
        follow(page, "Prepare the report");
        for (Locator field : page.locator("textarea[id$=':en']").all()) {
            if (field.inputValue().isBlank()) {
                field.fill(sentences.remove());
                acts++;
            }
        }
        press(page, "See it as the public will");
        newcomer.picture("first-audit-publish", 760);
        follow(page, "Go on to publishing");
        press(page, "Publish");
        page.waitForURL("**/reports/AM-*");
        String report = page.url().replaceFirst(".*/reports/", "").replaceFirst("[?#].*", "");
        assertThat(page.getByText("of all entitled people are missed").first()).isVisible();
        newcomer.picture("report", 1000);

        next(page, "step 6 of 6");
        press(page, "Sign out first");
        signIn(newcomer, "Sign in as lin.ma", "lin.ma");
        String link = "a[href*='/reports/" + report + "']";
        page.locator("details:has(" + link + ") > summary").first().click();
        acts++;
        assertThat(page.locator(link).first()).isVisible();
        next(page, "First audit: done");
        assertEquals(6, page.locator(".guide > .done").count());
        Duration took = Duration.between(begin, Instant.now());
        report(took);
        assertTrue(took.compareTo(FIVE_MINUTES) < 0, took.toString());

        read(mail, number, report);
        citizen.onPhone().speaking("zh-CN").signIn("lin.ma");
        citizen.open("/my-data");
        citizen.picture("my-data-zh", 780);
    }

    /** At home the guide speaks up by itself; where somebody was led before, it says how to begin again. */
    private Page begin(Visitor newcomer) throws IOException {
        Page page = newcomer.open("/");
        acts++;
        newcomer.picture("first-audit-home", 700);
        if (page.getByText("Step 1 of 6").count() > 0) {
            signIn(newcomer, "Sign in as amara.okafor", "amara.okafor");
        } else {
            newcomer.open("/guide");
            signIn(newcomer, "Start another audit", "amara.okafor");
        }
        return page;
    }

    private void signIn(Visitor newcomer, String link, String account) {
        follow(newcomer.page(), link);
        assertEquals(account, newcomer.page().locator("#username").inputValue(), "the name stands there already");
        assertThat(newcomer.page().locator("#password")).isFocused();
        newcomer.signIn(account);
        acts += 2;
    }

    /** The line below the masthead leads to the guide, wherever one is. */
    private void next(Page page, String text) {
        page.locator(".notice-strip a")
                .filter(new Locator.FilterOptions().setHasText(text))
                .click();
        page.waitForURL(url -> url.contains("/guide"));
        acts++;
    }

    private void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
        acts++;
    }

    private void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, named(name)).first().click();
        page.waitForLoadState();
        acts++;
    }

    private void choose(Page page, Pattern label) {
        page.getByLabel(label).first().check();
        acts++;
    }

    private void write(Page page, String label, String text) {
        page.getByLabel(label).fill(text);
        acts++;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** What was told while it was dead comes when the mail server is back, and is in the inbox all the while. */
    private static void read(MailServer mail, String number, String report) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        List<String> wanted = List.of(
                "AI Mass: Audit " + number + " has finished; its results wait for a judgement",
                "AI Mass: Report " + report + " is published");
        while (!mail.subjects(AMARA).containsAll(wanted)) {
            assertTrue(Instant.now().isBefore(end), wanted + " but there is " + mail.subjects(AMARA));
            Thread.sleep(300);
        }
        assertEquals(
                1, mail.subjects(AMARA).stream().filter(wanted.get(1)::equals).count());
    }

    private void report(Duration took) throws IOException {
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.writeString(
                Path.of("target", "screenshots", "first-audit.txt"),
                acts + " acts (pressed, chosen, written, signed in), " + took.toSeconds() + " s by a machine\n");
    }
}
