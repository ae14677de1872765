package org.aimass.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader of strange bytes ends in what it read or in its own refusal, whatever the bytes: with those that once did harm
 * (the folders beside this class) and a few thousand damaged ones; under {@code soak} with Jazzer, which looks for bytes that
 * reach further, {@code aimass.fuzz} seconds for each reader.
 */
class FuzzTest {

    private static final int DAMAGED = 3_000;
    private static final int SECONDS = Integer.getInteger("aimass.fuzz", 0);

    /** Whose branches lead the search: the project's own and those that it reads with. */
    private static final String READERS = String.join(
            ":",
            List.of(
                    "org.aimass.**",
                    "com.sun.imageio.**",
                    "org.apache.commons.compress.**",
                    "com.google.protobuf.**",
                    "com.fasterxml.jackson.**"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesWhateverItGets(Target target) throws Throwable {
        List<byte[]> inputs = target.inputs();
        for (byte[] input : inputs) {
            attempt(target, input);
        }
        Damage damage = new Damage(Long.getLong("aimass.seed", 20260101), inputs);
        for (int i = 0; i < DAMAGED; i++) {
            attempt(target, damage.next());
        }
    }

    private static void attempt(Target target, byte[] input) {
        try {
            target.read(input);
        } catch (Throwable e) {
            throw new AssertionError(Base64.getEncoder().encodeToString(input), e);
        }
    }

    /** What Jazzer finds lies in {@code target/fuzz}; it belongs into the folder beside this class, to be kept. */
    @ParameterizedTest
    @EnumSource
    void survivesASearchForHarmfulBytes(Target target) throws Throwable {
        assumeTrue(SECONDS > 0, "a search takes minutes: -Ptests,soak");
        Path found = Files.createDirectories(Path.of("target", "fuzz", target.word()));
        int number = 0;
        for (byte[] input : target.inputs()) {
            Files.write(folder.resolve("seed" + number++), input);
        }
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=" + READERS,
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                "-max_total_time=" + SECONDS,
                "-max_len=20000",
                "-timeout=20",
                "-rss_limit_mb=3000",
                "-artifact_prefix=" + found + File.separator,
                folder.toString()));
        Path log = found.resolve("log");
        Process jazzer = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, jazzer.waitFor(), () -> end(log));
    }

    private static String classPath() throws IOException {
        String classPath = System.getProperty("java.class.path");
        assumeTrue(classPath.contains("jazzer"), "Jazzer comes with the profile soak");
        return classPath;
    }

    private static String end(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
