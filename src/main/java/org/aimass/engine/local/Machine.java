package org.aimass.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aimass.engine.OneLine;

/** The machine that measures. */
public final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** The processor's name as the system tells it, or its architecture. */
    public static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line ->
                            OneLine.of(line.substring(line.indexOf(':') + 1).trim(), 100))
                    .orElseGet(Machine::architecture);
        } catch (IOException | java.io.UncheckedIOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }
}
