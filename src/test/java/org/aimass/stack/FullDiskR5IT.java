package org.aimass.stack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R5: everything that a newcomer's portal keeps lies on one small disk, and the disk fills up. */
@RealPortal(RealPortal.With.OWN_PORTAL)
class FullDiskR5IT {
    private final String report = "/reports/AM-" + Year.now(ZoneOffset.UTC) + "-0001.json";
    private static final long MEBIBYTE = 1L << 20;
    private static final String NO_ROOM = "There is no room left for files";

    @TempDir
    Path disk;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void aSmallDisk() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=480m", "tmpfs", disk.toString()) == 0,
                "needs the right to mount a disk");
    }

    @AfterEach
    void noDisk() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void refusesUploadsInOneMessageAndServesAgainAsSoonAsThereIsRoom(Stack stack) throws Exception {
        try (Portal portal = stack.onH2(disk);
                Visitor jonas = new Visitor(portal)) {
            portal.start();
            AuditRuns.await(Duration.ofMinutes(3), () -> status(portal, report) == 200);
            String published = portal.get(report).body();
            jonas.signIn("jonas.berg");
            Page page = jonas.open("/dataset/submit.xhtml");

            fill(140 * MEBIBYTE);
            Path table = elsewhere.resolve("table.csv");
            Files.writeString(table, "age,label\n" + "30,1\n".repeat(4 * 1024 * 1024));
            List<Path> before = files();
            fillIn(page, table);
            page.locator("[data-upload]").getByText(NO_ROOM).first().waitFor();
            page.locator("[id='form:send']").click();
            assertTrue(page.url().endsWith("/dataset/submit.xhtml"), "the form stays: " + page.url());
            assertEquals(507, sendTooMuch(page));
            refusesTheFormItself(portal, table);
            assertEquals(before, files(), "nothing is kept of it");
            assertEquals(200, status(portal, "/register"));
            auditsWhatItHas(portal);
            before = files();

            fill(0);
            AuditRuns.await(Duration.ofSeconds(30), () -> status(portal, "/health/ready") == 503);
            assertEquals(503, status(portal, "/health/ready"));
            assertEquals(200, status(portal, "/health/live"));

            Files.delete(disk.resolve("filler"));
            AuditRuns.await(
                    Duration.ofSeconds(30),
                    () -> status(portal, "/health/ready") == 200 && status(portal, report) == 200);
            assertEquals(200, status(portal, "/health/ready"));
            assertEquals(published, portal.get(report).body());
            assertEquals(before, files());
        }
    }

    private static void fillIn(Page page, Path table) {
        page.locator("[id='form:name']").fill("Larger than the room that is left");
        page.locator("[id='form:description']").fill("Twenty megabytes");
        page.locator("[id='form:file']").setInputFiles(table);
    }

    /** Without script the file comes with the form, and is refused before it is read. */
    private static void refusesTheFormItself(Portal portal, Path table) {
        try (Visitor jonas = new Visitor(portal).withoutScript()) {
            jonas.signIn("jonas.berg");
            Page page = jonas.open("/dataset/submit.xhtml");
            fillIn(page, table);
            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator("[id='form:send']").click());
            assertEquals(507, answer.status());
            assertThat(page.locator("h1")).hasText(NO_ROOM);
        }
    }

    /** Straight to the door, as a program does that reads no page. */
    private static int sendTooMuch(Page page) {
        Object status = page.evaluate("() => { const form = new FormData();"
                + " form.append('file', new Blob([new Uint8Array(30000000)]), 'table.csv');"
                + " return fetch(location.href, {method: 'POST', body: form}).then(answer => answer.status); }");
        return (Integer) status;
    }

    /** What needs no upload goes on: a new audit of a model and a dataset that are there. */
    private static void auditsWhatItHas(Portal portal) {
        try (Visitor amara = new Visitor(portal)) {
            Page page = amara.signIn("amara.okafor");
            amara.open("/audit/start.xhtml");
            page.locator("[id='choose:model']").selectOption(new SelectOption().setIndex(1));
            page.locator("[id='choose:dataset']").selectOption(new SelectOption().setIndex(1));
            page.locator("#choose .actions .btn").click();
            page.locator("[id='plan:start']").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results"))
                    .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        }
    }

    private static int status(Portal portal, String path) {
        return portal.get(path).statusCode();
    }

    /** Leaves only so many bytes free. */
    private void fill(long free) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (free == 0 || Files.getFileStore(disk).getUsableSpace() > free) {
                filler.write(block);
            }
        } catch (IOException e) {
            assertTrue(free == 0, e::toString);
        }
    }

    /** Everything that was kept, and the copies that the server makes of what is sent. */
    private List<Path> files() {
        try (Stream<Path> store = Files.walk(disk.resolve("store"));
                Stream<Path> top = Files.list(disk);
                Stream<Path> copies = Files.walk(disk.resolve("run").resolve("portal"))) {
            return Stream.concat(
                            Stream.concat(store.filter(Files::isRegularFile), top.filter(path -> path.getFileName()
                                    .toString()
                                    .startsWith(".ready"))),
                            copies.filter(path -> path.getFileName().toString().startsWith("upload_")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
