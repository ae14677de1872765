package org.aimass.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which file of {@code webapp/} is behind an address. */
final class Pages {

    private static final Path WEBAPP = Path.of("webapp");
    private static final Map<String, String> SHORT = Map.of(
            "/", "/report/register.xhtml",
            "/register", "/report/register.xhtml",
            "/method", "/audit/method.xhtml",
            "/guide", "/desk/guide.xhtml",
            "/my-data", "/datausage/mine.xhtml",
            "/verify", "/report/verify.xhtml",
            "/work", "/desk/work.xhtml");

    private static final Set<String> PUBLIC =
            Set.of("/report/register.xhtml", "/report/view.xhtml", "/report/verify.xhtml", "/audit/method.xhtml");

    private Pages() {}

    static String fileOf(String address) {
        String path = address.split("[?#]", 2)[0];
        return path.startsWith("/reports/") ? "/report/view.xhtml" : SHORT.getOrDefault(path, path);
    }

    /** Whether everybody sees it, and sees the same. */
    static boolean isPublic(String address) {
        return PUBLIC.contains(fileOf(address));
    }

    /** All pages that there are. */
    static Set<String> all() {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.map(file -> "/" + WEBAPP.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/WEB-INF/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
