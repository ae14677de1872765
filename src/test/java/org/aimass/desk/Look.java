package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.aimass.stack.Portal;
import org.aimass.stack.Visitor;

/** One look of somebody at a page, on several screens without loading it again. */
final class Look {

    /** Width and height of what a page is looked at on. */
    enum Screen {
        DESKTOP(1280, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final Visitor visitor;
    private final String who;
    private final String language;
    private String address = "";
    private String how = "";

    /** @param language {@code en} or {@code zh}: the one that the visitor's browser asks for */
    Look(Visitor visitor, String who, String language) {
        this.visitor = visitor;
        this.who = who;
        this.language = language;
    }

    /** Opens a page: it is there, in the right language, with one heading and no word missing. */
    Look at(Portal portal, String newAddress) {
        address = newAddress;
        Page page = visitor.page();
        Response response = page.navigate(portal.at(address).toString());
        assertEquals(200, response.status(), where());
        if (page.url().startsWith(portal.at("/").toString())) {
            assertEquals(
                    language.equals("zh") ? "zh-Hans" : "en",
                    page.locator("html").getAttribute("lang"),
                    where());
        }
        assertEquals(1, page.locator("h1").count(), where());
        assertFalse(page.locator("body").innerText().contains("???"), where());
        return this;
    }

    /** Nothing is wider than the screen, and axe finds no barrier. */
    Look on(Screen screen, ColorScheme light) {
        fits(screen, light);
        visitor.findsNoBarrier();
        return this;
    }

    /** Nothing is wider than the screen. */
    Look fits(Screen screen, ColorScheme light) {
        Page page = visitor.page();
        page.setViewportSize(screen.width, screen.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
        how = language + "-" + screen.width + "-" + light.name().toLowerCase(Locale.ROOT);
        assertEquals(
                true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), where() + ", " + how);
        return this;
    }

    /** Keeps what it looked at last, where pictures are wanted. */
    void picture() {
        visitor.screenshot(who + Pages.fileOf(address).replace(".xhtml", "").replace('/', '-') + "-" + how);
    }

    private String where() {
        return who + " at " + address + ", " + language;
    }
}
