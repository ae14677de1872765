package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A person with a browser of their own: no cookies, English, a desktop screen, light, unless said otherwise before the first page.
 * What the browser complains about (a breach of the content security policy, a script error, a request to a foreign host) fails the test.
 */
public final class Visitor implements AutoCloseable {
    private static final String REALMS = "/realms/";

    private final Portal portal;
    private final Browser.NewContextOptions options = new Browser.NewContextOptions()
            .setLocale("en-GB")
            .setTimezoneId("Europe/London")
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(1280, 900);
    private final List<String> complaints = new ArrayList<>();
    private @Nullable BrowserContext context;
    private @Nullable Page page;

    Visitor(Portal portal) {
        this.portal = portal;
    }

    /** A phone's screen, 390 by 844. */
    public Visitor onPhone() {
        options.setViewportSize(390, 844).setIsMobile(true).setHasTouch(true).setDeviceScaleFactor(2);
        return this;
    }

    /** @param language that the browser asks for, such as {@code zh-CN} */
    public Visitor speaking(String language) {
        options.setLocale(language);
        return this;
    }

    public Visitor inTheDark() {
        options.setColorScheme(ColorScheme.DARK);
        return this;
    }

    public Visitor withoutScript() {
        options.setJavaScriptEnabled(false);
        return this;
    }

    /** Goes to a page of the portal, say {@code /register}. */
    public Page open(String path) {
        page().navigate(portal.at(path).toString());
        return page();
    }

    /** The page that is open. */
    public Page page() {
        Page known = page;
        if (known == null) {
            BrowserContext made = Chromium.browser().newContext(options);
            context = made;
            known = made.newPage();
            page = known;
            known.setDefaultTimeout(30_000);
            known.onPageError(error -> complaints.add("script error: " + error));
            known.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    complaints.add(message.text());
                }
            });
            known.onRequest(request -> {
                String host = URI.create(request.url().split("[?#]", 2)[0]).getHost();
                if (host != null && !host.equals("127.0.0.1")) {
                    complaints.add("request to " + request.url());
                }
            });
        }
        return known;
    }

    /**
     * Signs in at Keycloak as a person of the demo, from the page that asks for it or else from the portal's own entrance. Who has typed
     * their password for an earlier visitor is known at Keycloak, and gets a new session of the portal without it.
     */
    public Page signIn(String username) {
        Stack stack = portal.stack();
        stack.keycloak();
        List<Cookie> known = stack.signedInBefore(username);
        BrowserContext browser = page().context();
        browser.addCookies(known);
        if (!isAtKeycloak()) {
            open("/sign-in");
        } else if (!known.isEmpty()) {
            page().reload();
        }
        if (isAtKeycloak()) {
            typePassword(username);
            stack.isSignedIn(
                    username,
                    browser.cookies().stream()
                            .filter(cookie -> cookie.path.contains(REALMS))
                            .toList());
        }
        return page();
    }

    private boolean isAtKeycloak() {
        return page().url().contains(REALMS);
    }

    private void typePassword(String username) {
        Locator name = page().locator("#username");
        name.waitFor();
        name.fill(username);
        page().locator("#password").fill(portal.stack().password(username));
        page().locator("#kc-login").click();
        page().waitForURL(url -> !url.contains(REALMS));
    }

    /**
     * Sends a form of the open page as it stands, many times at once.
     *
     * @return where the answers led, with their status and any alert, such as "http://127.0.0.1:8080/work 200"; each once
     */
    public Set<String> sendAtOnce(String form, String button, int times) {
        Object answers = page().evaluate(
                        "([id, button, times]) => Promise.all([...Array(times)].map(() => {"
                                + " const form = document.getElementById(id); const data = new FormData(form);"
                                + " data.append(button, 'x');"
                                + " const body = form.enctype.startsWith('multipart') ? data : new URLSearchParams(data);"
                                + " return fetch(form.action, {method: 'POST', body}).then(async r => {"
                                + " const page = new DOMParser().parseFromString(await r.text(), 'text/html');"
                                + " const alert = page.querySelector('[role=alert]')?.textContent ?? '';"
                                + " return (r.url + ' ' + r.status + ' ' + alert).trim();});"
                                + "}))",
                        List.of(form, button, times));
        Set<String> led = new TreeSet<>();
        ((List<?>) answers).forEach(answer -> led.add(String.valueOf(answer)));
        return led;
    }

    /** A picture of the whole page as {@code target/screenshots/NAME.png}, where pictures are wanted: a hundred of them take a minute. */
    public void screenshot(String name) {
        if (!System.getProperty("aimass.pictures", "").isEmpty()) {
            keepPicture(name);
        }
    }

    /** A picture of the whole page as {@code target/screenshots/NAME.png}. */
    void keepPicture(String name) {
        page().evaluate("() => document.fonts.ready.then(() => true)");
        page().screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /**
     * A picture for the README: the page down to a height, in few colours. Goes to {@code target/screenshots}, and where the
     * property {@code aimass.pictures} names a folder, to that folder too.
     *
     * @param height in the page's pixels
     */
    public void picture(String name, int height) throws IOException {
        page().evaluate("() => scrollTo(0, 0)");
        picture(name, new Clip(0, 0, page().viewportSize().width, height));
    }

    /** The same of a part of the page, from one element to another below it. */
    public void picture(String name, Locator first, Locator last) throws IOException {
        page().evaluate("() => scrollTo(0, 0)");
        BoundingBox top = first.boundingBox();
        BoundingBox bottom = last.boundingBox();
        picture(name, new Clip(top.x, top.y, top.width, bottom.y + bottom.height - top.y));
    }

    private void picture(String name, Clip clip) throws IOException {
        page().evaluate("() => document.fonts.ready.then(() => true)");
        byte[] taken =
                page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setClip(clip));
        BufferedImage picture = Palette.reduced(ImageIO.read(new ByteArrayInputStream(taken)));
        Path here = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(picture, "png", here.resolve("readme-" + name + ".png").toFile());
        String folder = System.getProperty("aimass.pictures", "");
        if (!folder.isEmpty()) {
            ImageIO.write(
                    picture,
                    "png",
                    Files.createDirectories(Path.of(folder))
                            .resolve(name + ".png")
                            .toFile());
        }
    }

    /** Fails if axe finds any violation on the open page. */
    public void findsNoBarrier() {
        if (page().evaluate("() => 'axe' in window").equals(false)) {
            page().evaluate(AxeBuilder.getAxeScript());
        }
        List<?> found =
                (List<?>) page().evaluate("() => axe.run({resultTypes: ['violations']}).then(found => found.violations"
                        + ".flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}\\n    ${node.html}`)))");
        if (!found.isEmpty()) {
            fail("axe finds " + found.size() + " violations on " + page().url() + "\n"
                    + String.join("\n", found.stream().map(String::valueOf).toList()));
        }
    }

    /**
     * Fails if on the open page anything is out of the keyboard's reach, does not show that it has the focus, or vanishes where the
     * visitor's own colours take the place of the page's.
     */
    public void reachesAllInOwnColours() {
        Reach.check(page());
    }

    /** What the browser complained about so far; cleared by a test that provokes it. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
