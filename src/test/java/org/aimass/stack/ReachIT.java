package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** That {@link Reach} blames what is to blame, and nothing else. */
class ReachIT {

    private static final String WIDE = "<div%s style='overflow: auto; width: 9em'><pre>%s</pre></div>";

    private BrowserContext browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = Chromium.browser().newContext();
        page = browser.newPage();
    }

    @AfterEach
    void close() {
        browser.close();
        Chromium.giveBack();
    }

    private static String drawn(String colour) {
        return "<svg><circle r='9' style='fill: " + colour + "'/></svg>";
    }

    private void isBlamed(String what, String html) {
        page.setContent("<main>" + html + "</main>");
        AssertionFailedError blame = assertThrows(AssertionFailedError.class, () -> Reach.check(page), html);
        String said = String.valueOf(blame.getMessage());
        assertTrue(said.contains("[" + what + ": "), said);
    }

    @Test
    void whatMakesABarrierIsBlamed() {
        isBlamed("shows no focus", "<a href='/' style='outline: none'>Audits</a>");
        isBlamed("shows no focus", "<a href='/' style='outline: 1px solid'>Audits</a>");
        isBlamed("out of turn", "<button tabindex='2' style='outline: 3px solid'>Send</button>");
        isBlamed("scrolls by mouse only", WIDE.formatted("", "w".repeat(99)));
        isBlamed("drawn too faintly, rgb(240, 240, 240) on rgb(255, 255, 255)", drawn("#f0f0f0"));
    }

    @Test
    void whatCanBeReachedAndSeenIsNot() {
        page.setContent("<style>:focus-visible { outline: 3px solid gold }</style><main><a href='/'>Audits</a>"
                + WIDE.formatted(" tabindex='0' role='region'", "w".repeat(99)) + WIDE.formatted("", "w")
                + drawn("navy")
                + "<details><summary>More</summary><a href='/' tabindex='3'>Folded</a></details></main>");
        Reach.check(page);
        assertEquals("BODY", page.evaluate("() => document.activeElement.tagName"));
    }
}
