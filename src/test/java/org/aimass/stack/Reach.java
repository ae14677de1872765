package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;

/**
 * What axe does not look at on an open page: whether everything that is worked by keys can be reached and shows that it has the focus, and
 * whether that, what is drawn, and what is chosen can still be seen by somebody whose own colours take the place of the page's.
 */
final class Reach {

    /** Of a mark or a line against what is behind it: success criteria 1.4.11 and 2.4.13 of WCAG 2.2. */
    private static final double CONTRAST = 3;

    private static final String FAULTS = """
            least => {
              const rgb = colour => { const parts = colour.match(/[\\d.]+/g).map(Number); return parts.length < 4 ? [...parts, 1] : parts; };
              const light = colour => rgb(colour).slice(0, 3).map(each => each / 255)
                .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
                .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
              const contrast = (one, other) => { const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
                return (high + 0.05) / (low + 0.05); };
              const behind = element => { for (let each = element; each; each = each.parentElement) {
                const colour = getComputedStyle(each).backgroundColor; if (rgb(colour)[3] === 1) return colour; } return 'rgb(255, 255, 255)'; };
              const faults = [];
              const blame = (element, what) => faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
              const seen = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
              const before = document.activeElement;
              for (const each of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], [tabindex]')) {
                if (each.disabled || each.tabIndex < 0 || !seen(each)) continue;
                if (each.tabIndex > 0) blame(each, 'out of turn');
                each.focus({ preventScroll: true });
                if (document.activeElement !== each) { blame(each, 'takes no focus'); continue; }
                const style = getComputedStyle(each);
                if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) blame(each, 'shows no focus');
                else if (contrast(style.outlineColor, behind(each.parentElement)) < least) blame(each, 'shows its focus too faintly');
              }
              before.focus?.({ preventScroll: true });
              if (document.activeElement !== before) document.activeElement.blur();
              for (const each of document.querySelectorAll('main *')) {
                const style = getComputedStyle(each);
                if (/auto|scroll/.test(style.overflowX) && each.scrollWidth > each.clientWidth + 1 && each.tabIndex < 0
                    && !each.querySelector('a[href], button') && !/TEXTAREA|INPUT/.test(each.tagName)) blame(each, 'scrolls by mouse only');
              }
              for (const each of document.querySelectorAll('main svg :is(path, line, circle, rect, polygon, text)')) {
                const style = getComputedStyle(each);
                if (!seen(each) || style.opacity === '0' || /c-(grid|band|edge|zero)|p-axis|p-back|h-cross|share-all|picture/.test(each.getAttribute('class') ?? '')) continue;
                const marks = [style.fill, style.stroke].filter(colour => colour.startsWith('rgb') && rgb(colour)[3] > 0);
                const ground = behind(each.ownerSVGElement);
                if (marks.length && !marks.some(colour => contrast(colour, ground) >= least)) blame(each, `drawn too faintly, ${marks} on ${ground}`);
              }
              return [...new Set(faults)];
            }""";

    private Reach() {}

    /** Fails if anything can be reached by mouse alone, does not show its focus, or vanishes in somebody's own colours. */
    static void check(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Object faults = page.evaluate(FAULTS, CONTRAST);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        assertEquals(List.of(), faults, page.url());
    }
}
