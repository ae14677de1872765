package org.aimass.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Measures every job of the folder that it is started in, in a process with hash codes and orders of its own. */
final class JobsMain {

    private JobsMain() {}

    /** Words: what the outcomes' names begin with. */
    public static void main(String[] words) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
            for (Path job : files.filter(file -> file.toString().endsWith(".job.json"))
                    .sorted()
                    .toList()) {
                Path outcome = job.resolveSibling(
                        words[0] + job.getFileName().toString().replace(".job.json", ".outcome.json"));
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                int code = new EngineMain(nowhere, System.err, end -> {})
                        .run(List.of("run", job.toString(), "--out", outcome.toString(), "--threads", "2"));
                if (code != EngineMain.DONE) {
                    throw new IllegalStateException(job.getFileName() + ": exit code " + code);
                }
            }
        }
    }
}
