package org.aimass.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server wrote since its latest start, as text (Keycloak) or as JSON (the portal). */
record ServerLog(Path file) {
    private static final Pattern ERROR = Pattern.compile("SEVERE|ERROR");
    /** Payara goes on without the application when that fails to start. */
    private static final Pattern REFUSED = Pattern.compile("Exception while (loading|deploying) the app");

    private static final Pattern MESSAGE = Pattern.compile("\"(?:LogM|m)essage\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int SHOWN = 300;

    /** A new log; the one of the start before is kept beside it with the ending {@code .1}. */
    void begin() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the application did not start, though the server did. */
    boolean saysRefused() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> REFUSED.matcher(line).find());
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The last error in it, at most one line of 300 characters, and where the rest is. */
    String lastError() {
        try (Stream<String> lines = Files.lines(file)) {
            String last = lines.filter(line -> ERROR.matcher(line).find()).reduce("", (before, line) -> line);
            Matcher message = MESSAGE.matcher(last);
            String line = (message.find() ? message.group(1) : last).split("\\\\n", 2)[0];
            String shown = line.substring(0, Math.min(line.length(), SHOWN));
            return (shown.isEmpty() ? "" : ": " + shown) + "; see " + file;
        } catch (IOException | UncheckedIOException e) {
            return "; see " + file;
        }
    }
}
