package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The keyboard, for somebody who has no mouse: every control is reached by Tab alone, shows that it has the focus, and is worked by its
 * keys.
 */
public final class Keys {

    /** More than any page has stops. */
    private static final int STOPS = 400;

    private final Page page;
    private int pressed;

    public Keys(Page page) {
        this.page = page;
    }

    /** How often a key went down so far; a text that is typed counts as one. */
    public int pressed() {
        return pressed;
    }

    /** Tab until the control has the focus; it is then on the screen and its focus can be seen. */
    public void reach(Locator control) {
        control.waitFor();
        ElementHandle wanted = control.elementHandle();
        for (int i = 0; i < STOPS && !hasFocus(wanted); i++) {
            press("Tab");
        }
        if (!hasFocus(wanted)) {
            fail("Tab does not reach " + control + " on " + page.url());
        }
        assertNotEquals("none 0px", wanted.evaluate(FOCUS_MARK), "no focus to be seen on " + control);
        BoundingBox box = control.boundingBox();
        if (box.y + box.height < 0 || box.y > page.viewportSize().height) {
            fail("the focus is off the screen: " + control + " on " + page.url());
        }
    }

    private static final String FOCUS_MARK =
            "e => { const label = e.labels && e.labels[0]; const mark = x => { const s = getComputedStyle(x);"
                    + " return s.boxShadow !== 'none' ? s.boxShadow : s.outlineStyle + ' ' + s.outlineWidth; };"
                    + " const own = mark(e); return own === 'none 0px' && label ? mark(label) : own; }";

    private boolean hasFocus(ElementHandle element) {
        return Boolean.TRUE.equals(element.evaluate("e => document.activeElement === e"));
    }

    /** A link, a button or a disclosure. */
    public void follow(Locator control) {
        reach(control);
        press("Enter");
    }

    public void type(Locator field, String text) {
        reach(field);
        press("Control+A");
        page.keyboard().insertText(text);
        pressed++;
    }

    /** An option of a list, by what it says. */
    public void choose(Locator list, String option) {
        reach(list);
        press("Home");
        for (int i = 0; i < STOPS; i++) {
            if (String.valueOf(list.evaluate("e => e.selectedOptions[0].text")).startsWith(option)) {
                return;
            }
            press("ArrowDown");
        }
        fail("no option " + option + " in " + list);
    }

    /** A box to tick. */
    public void tick(Locator box) {
        reach(box);
        if (!box.isChecked()) {
            press("Space");
        }
    }

    /** One of several: Tab reaches the group, arrows move in it. */
    public void pick(Locator group, Locator one) {
        Locator checked = group.locator("input[type=radio]:checked");
        reach(
                checked.count() > 0
                        ? checked.first()
                        : group.locator("input[type=radio]").first());
        for (int i = 0; i < STOPS && !hasFocus(one.elementHandle()); i++) {
            press("ArrowDown");
        }
        if (!one.isChecked()) {
            press("Space");
        }
    }

    /** The browser's own window for choosing one opens by Space. */
    public void file(Locator input, Path file) {
        AtomicBoolean chosen = new AtomicBoolean();
        Consumer<FileChooser> choose = chooser -> {
            chooser.setFiles(file);
            chosen.set(true);
        };
        // listened for before the first Tab: the browser takes a while to hand its window over
        page.onFileChooser(choose);
        reach(input);
        press("Space");
        page.waitForCondition(chosen::get);
        page.offFileChooser(choose);
    }

    private void press(String key) {
        page.keyboard().press(key);
        pressed++;
    }
}
