package org.aimass.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a data folder cannot be made again: the databases, the stored files, the keys, the secrets. Logs, the folders of jobs, uploads
 * that are under way and what the servers lay out at each start are left out.
 */
final class BackedUpFiles {
    /** The databases that change in place while their servers run. */
    static final List<String> DATABASES = List.of("portal.mv.db", "keycloak/h2/keycloak.mv.db");

    private static final Pattern SETTLED = Pattern.compile(
            "secrets\\.properties|keycloak/founded\\.properties|levels\\.properties|keys/[A-Za-z0-9][A-Za-z0-9._-]*");

    /** A stored file is named by the SHA-256 of its bytes and never changes. */
    private static final Pattern STORED = Pattern.compile("store/[0-9a-f]{2}/([0-9a-f]{64})");

    private BackedUpFiles() {}

    /** Whether a backup may hold a file of this name, relative to the data folder with {@code /} between its parts. */
    static boolean mayHold(String name) {
        return DATABASES.contains(name)
                || SETTLED.matcher(name).matches()
                || STORED.matcher(name).matches();
    }

    /** Whether the name itself says what the bytes must be, and they are not. */
    static boolean contradicts(String name, String sha256) {
        Matcher stored = STORED.matcher(name);
        return stored.matches() && !stored.group(1).equals(sha256);
    }

    /** The databases that there are. */
    static List<String> databases(Path data) {
        return DATABASES.stream()
                .filter(name -> Files.isRegularFile(data.resolve(name)))
                .toList();
    }

    /** Everything else that there is, in the order of the names. To be listed after the databases were copied: what they name is there. */
    static List<String> settled(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> data.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> mayHold(name) && !DATABASES.contains(name))
                    .sorted()
                    .toList();
        }
    }
}
