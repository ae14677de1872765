package org.aimass.stack;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One headless Chromium for all visitors, from the machine and not from Playwright's own store. */
final class Chromium {
    private static final List<String> PACKAGES = List.of("chromium", "fonts-noto-cjk");
    private static @Nullable Browser browser;

    private Chromium() {}

    static synchronized Browser browser() {
        Browser known = browser;
        if (known == null) {
            known = another();
            browser = known;
        }
        return known;
    }

    /** For a test that runs beside others: the thread that uses one may not be another's. Closed when the tests end. */
    static synchronized Browser another() {
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
                                "--disable-sync")));
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
