package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import org.aimass.stack.Visitor;

/** Somebody with two screens: English in the light on a desktop, Chinese in the dark on a phone. */
public record TwoScreens(Visitor desktop, Visitor phone) {

    public TwoScreens {
        phone.onPhone().speaking("zh-CN").inTheDark();
    }

    public TwoScreens signedIn(String username) {
        desktop.signIn(username);
        phone.signIn(username);
        return this;
    }

    public void look(String path, String picture) {
        look(path, picture, page -> {});
    }

    /**
     * On each screen: no word is missing, nothing is wider than the screen, axe finds no barrier, and what is asked for besides. At the
     * desktop, where there are keys, all is within their reach, and seen in colours of one's own.
     */
    public void look(String path, String picture, Consumer<Page> more) {
        for (Visitor reader : List.of(desktop, phone)) {
            more.accept(look(reader, path, picture + (reader == phone ? "-zh-390" : "-en")));
        }
        desktop.reachesAllInOwnColours();
    }

    static Page look(Visitor reader, String path, String picture) {
        Page page = reader.open(path);
        assertFalse(page.content().contains("???"), path);
        assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path);
        reader.screenshot(picture);
        reader.findsNoBarrier();
        return page;
    }

    /** What the open page would get from an address. */
    static String file(Page page, String address) {
        return String.valueOf(page.evaluate("address => fetch(address).then(answer => answer.text())", address));
    }
}
