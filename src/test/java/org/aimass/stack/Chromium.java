package org.aimass.stack;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** Headless Chromium, one for each thread that has visitors; from the machine, not from Playwright's own store. */
final class Chromium {
    private static final List<String> PACKAGES = List.of("chromium", "fonts-noto-cjk");
    private static final Deque<Browser> FREE = new ConcurrentLinkedDeque<>();
    private static final Map<Thread, Browser> TAKEN = new ConcurrentHashMap<>();

    private Chromium() {}

    /** That of this thread, until it gives it back; no other thread may use it meanwhile. */
    static Browser browser() {
        return TAKEN.computeIfAbsent(Thread.currentThread(), thread -> any());
    }

    /** For the next thread that needs one. */
    static void giveBack() {
        Browser ours = TAKEN.remove(Thread.currentThread());
        if (ours != null) {
            FREE.push(ours);
        }
    }

    private static synchronized Browser any() {
        Browser free = FREE.poll();
        return free == null ? launch() : free;
    }

    /** Closed when the tests end. */
    private static Browser launch() {
        if (installed().isEmpty()) {
            Debian.provide(Path.of("/usr/bin/chromium"), PACKAGES);
        }
        Path program = installed()
                .orElseThrow(() -> new AssertionError("the browser tests need Chromium: install it (Debian: "
                        + Debian.command(PACKAGES) + ") or name one by AIMASS_BROWSER"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                // a page lives for seconds, and axe makes much garbage
                                "--js-flags=--no-opt --min-semi-space-size=32 --max-semi-space-size=64")));
    }

    private static Optional<Path> installed() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("AIMASS_BROWSER")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
