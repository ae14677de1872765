package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine in a process of its own, as the portal starts it. */
final class EngineProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path err;

    private EngineProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** Starts the main class with so much heap. */
    static EngineProcess start(Path folder, Class<?> main, int heapMebibytes, List<String> words) {
        return start(List.of(), folder, main, heapMebibytes, words);
    }

    /** Starts the main class with so much address space, where there is a tool to limit it. */
    static EngineProcess limited(Path folder, Class<?> main, int heapMebibytes, long memoryBytes) {
        Path tool = Path.of("/usr/bin/prlimit");
        return start(
                Files.isExecutable(tool) ? List.of(tool.toString(), "--as=" + memoryBytes) : List.of(),
                folder,
                main,
                heapMebibytes,
                List.of());
    }

    private static EngineProcess start(
            List<String> before, Path folder, Class<?> main, int heapMebibytes, List<String> words) {
        try {
            List<String> line = new ArrayList<>(before);
            line.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heapMebibytes + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:CompressedClassSpaceSize=64m",
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    classPath(),
                    main.getName()));
            line.addAll(words);
            Path err = folder.resolve("stderr");
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("stdout").toFile())
                    .redirectError(err.toFile())
                    .start();
            return new EngineProcess(process, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of this process, for one that works in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    Process process() {
        return process;
    }

    int await() {
        return await(PATIENCE);
    }

    int await(Duration patience) {
        try {
            assertTrue(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS), "the engine does not end");
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it said on standard error. */
    List<String> said() {
        try {
            return Files.readAllLines(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
