package org.aimass.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The look of Keycloak's pages. It lies in the launcher's jar as {@code themes/aimass}, so that a Keycloak that is not started along gets
 * it by {@code unzip}.
 */
final class KeycloakTheme {
    private static final String FOLDER = "themes/aimass/";
    private static final String PROPERTIES = "login/theme.properties";

    private KeycloakTheme() {}

    /** Puts it where Keycloak looks for it, in place of that of an earlier version. */
    static void layOut(Path launcherJar, Path keycloakHome) throws IOException {
        Path theme = keycloakHome.resolve(FOLDER);
        delete(theme);
        long version = 0;
        try (ZipFile jar = new ZipFile(launcherJar.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(each -> each.getName().startsWith(FOLDER) && !each.isDirectory())
                    .toList()) {
                Path file = keycloakHome.resolve(entry.getName()).normalize();
                if (!file.startsWith(theme)) {
                    throw new IOException(entry.getName() + " does not belong into " + launcherJar);
                }
                Files.createDirectories(file.resolveSibling("."));
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                version += entry.getCrc();
            }
        }
        // Browsers keep styles for a month: other styles get other addresses.
        Files.writeString(
                theme.resolve(PROPERTIES),
                "\nversion=" + Long.toHexString(version) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        // Keycloak keeps what it has packed once, whatever becomes of the original.
        delete(keycloakHome.resolve("data/tmp/kc-gzip-cache"));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> inside;
            try (Stream<Path> walk = Files.walk(folder)) {
                inside = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : inside) {
                Files.delete(path);
            }
        }
    }
}
