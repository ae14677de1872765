package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The engine's command line, called in this process. */
record Console(int code, List<String> out, List<String> err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Console run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        EngineMain engine = new EngineMain(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                code -> {});
        int code = engine.run(List.of(words));
        return new Console(
                code,
                out.toString(StandardCharsets.UTF_8).lines().toList(),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** Runs a job that is measured, and reads its outcome. */
    static JsonNode measure(Path folder, String job, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("job.json"), job);
            Path outcome = folder.resolve("outcome.json");
            Files.deleteIfExists(outcome);
            String[] words = new String[4 + options.length];
            System.arraycopy(new String[] {"run", file.toString(), "--out", outcome.toString()}, 0, words, 0, 4);
            System.arraycopy(options, 0, words, 4, options.length);
            Console console = run(words);
            assertEquals(List.of(), console.err());
            assertEquals(EngineMain.DONE, console.code());
            return JSON.readTree(Files.readAllBytes(outcome));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a job that is refused, and checks that it says why in one line and leaves no outcome. */
    static String refuse(Path folder, String job) {
        try {
            Path file = Files.writeString(folder.resolve("job.json"), job);
            Path outcome = folder.resolve("outcome.json");
            Files.deleteIfExists(outcome);
            Console console = run("run", file.toString(), "--out", outcome.toString());
            assertEquals(EngineMain.BAD_INPUT, console.code(), () -> "said " + console.err());
            assertEquals(1, console.err().size());
            try (var files = Files.list(folder)) {
                assertEquals(
                        List.of(),
                        files.filter(path ->
                                        path.equals(outcome) || path.toString().endsWith(".part"))
                                .toList());
            }
            return console.err().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json() {
        assertEquals(List.of(), err);
        assertEquals(1, out.size());
        return json(out.get(0));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
