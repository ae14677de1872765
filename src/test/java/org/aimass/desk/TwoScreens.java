package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import org.aimass.stack.Visitor;

/** Somebody with two screens: English in the light on a desktop, Chinese in the dark on a phone. */
record TwoScreens(Visitor desktop, Visitor phone) {

    TwoScreens {
        phone.onPhone().speaking("zh-CN").inTheDark();
    }

    TwoScreens signedIn(String username) {
        desktop.signIn(username);
        phone.signIn(username);
        return this;
    }

    void look(String path, String picture) {
        look(path, picture, page -> {});
    }

    /** On each screen: no word is missing, nothing is wider than the screen, axe finds no barrier, and what is asked for besides. */
    void look(String path, String picture, Consumer<Page> more) {
        for (Visitor reader : List.of(desktop, phone)) {
            more.accept(look(reader, path, picture + (reader == phone ? "-zh-390" : "-en")));
        }
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
