package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** T13: which requests come from the portal's own pages, by what the browser itself says. */
class PostFilterTest {

    private static final String OWN = "https://models.example.org";

    @Test
    void anOwnPageMaySend() {
        assertTrue(PostFilter.isOwn("same-origin", OWN, OWN));
        assertTrue(PostFilter.isOwn(null, OWN, OWN));
        assertTrue(PostFilter.isOwn("same-origin", null, OWN));
    }

    /** R5: a file of unknown length is not begun, for nobody can say whether the disk has room for it. */
    @Test
    void aFileSaysHowLongItIs() {
        assertTrue(PostFilter.hidesItsLength(request("multipart/form-data; boundary=x", -1)));
        assertFalse(PostFilter.hidesItsLength(request("multipart/form-data; boundary=x", 0)));
        assertFalse(PostFilter.hidesItsLength(request("application/x-www-form-urlencoded", -1)));
    }

    /** R5: nobody fills the disk by way of a page that takes no file. */
    @Test
    void onlyAPageThatTakesAFileTakesALongOne() throws IOException {
        String parts = "multipart/form-data; boundary=x";
        assertEquals(2L << 20, PostFilter.atMost(request("/datausage/mine.xhtml", parts, 1)));
        assertEquals(2L << 20, PostFilter.atMost(request("/sign-out", "Multipart/Mixed", 1)));
        for (String form : formsWithFiles()) {
            assertTrue(PostFilter.atMost(request(form, parts, 1)) > 2L << 30, form);
        }
        assertEquals(PostFilter.FILE_FORMS, formsWithFiles());
    }

    private static Set<String> formsWithFiles() throws IOException {
        Path root = Path.of("webapp");
        try (Stream<Path> pages = Files.walk(root)) {
            return pages.filter(page -> page.toString().endsWith(".xhtml") && !page.startsWith(root.resolve("WEB-INF")))
                    .filter(PostFilterTest::takesAFile)
                    .map(page -> "/" + root.relativize(page))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean takesAFile(Path page) {
        try {
            return Files.readString(page).contains("multipart/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServletRequest request(String type, long length) {
        return request("/", type, length);
    }

    private static HttpServletRequest request(String path, String type, long length) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PostFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getContentType" -> type;
                    case "getRequestURI" -> path;
                    default -> length;
                });
    }

    @Test
    void nobodyElseMay() {
        assertFalse(PostFilter.isOwn("cross-site", "https://evil.example", OWN));
        assertFalse(PostFilter.isOwn("same-site", "https://other.example.org", OWN));
        assertFalse(PostFilter.isOwn("none", OWN, OWN));
        assertFalse(PostFilter.isOwn("same-origin", "https://evil.example", OWN));
        assertFalse(PostFilter.isOwn("cross-site", OWN, OWN));
        assertFalse(PostFilter.isOwn(null, "null", OWN));
        assertFalse(PostFilter.isOwn(null, "http://models.example.org", OWN));
        assertFalse(PostFilter.isOwn(null, OWN + ".evil.example", OWN));
        assertFalse(PostFilter.isOwn(null, OWN + ":8443", OWN));
        assertFalse(PostFilter.isOwn(null, null, OWN));
    }
}
