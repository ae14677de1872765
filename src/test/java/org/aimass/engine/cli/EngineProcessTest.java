package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hostile files do to the engine's process: it ends in time, within its memory, with one line and no half outcome. */
class EngineProcessTest {

    @TempDir
    Path folder;

    @Test
    void endsWhenItsParentIsGone() throws IOException, InterruptedException {
        endlessJob();
        try (EngineProcess engine = engine(256, "run", "job.json", "--out", "outcome.json", "--exit-with-parent")) {
            while (!Files.exists(folder.resolve("stdout")) || Files.size(folder.resolve("stdout")) == 0) {
                assertTrue(engine.process().isAlive());
                Thread.sleep(50);
            }
            assertTrue(engine.process().isAlive());
            engine.process().getOutputStream().close();
            assertEquals(EngineMain.FAILED, engine.await());
        }
    }

    private void endlessJob() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "y,x\n1,1\n0,0\n");
        Files.write(folder.resolve("model.onnx"), Onnx.model(Onnx.endless()).toByteArray());
        Files.writeString(folder.resolve("job.json"), """
                {"task":"binary_classification","dataset":{"path":"data.csv"},"columns":{"label":"y"},
                 "model":{"path":"model.onnx"}}
                """);
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        byte[] rows = "1,1\n".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream bomb = new GZIPOutputStream(Files.newOutputStream(folder.resolve("data.csv.gz")))) {
            bomb.write("y,p\n".getBytes(StandardCharsets.US_ASCII));
            for (int mebibyte = 0; mebibyte < 200; mebibyte++) {
                bomb.write(rows);
            }
        }
        job("data.csv.gz");
        assertEquals("data.csv.gz: unpacks to more than 100 times its size; refused as a gzip bomb", refuses(64));
    }

    @Test
    void aHugeFieldIsRefused() throws IOException {
        byte[] text = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream data = Files.newOutputStream(folder.resolve("data.csv"))) {
            data.write("y,p\n1,\"".getBytes(StandardCharsets.US_ASCII));
            for (int mebibyte = 0; mebibyte < 100; mebibyte++) {
                data.write(text);
            }
        }
        job("data.csv");
        assertEquals("data.csv: line 2, column \"p\": found a field longer than 1 MiB", refuses(64));
    }

    @Test
    void tenThousandColumnsAreProfiledInBoundedMemory() throws IOException {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < 10_000; column++) {
            row.append(column == 0 ? "" : ",").append("c").append(column);
        }
        try (OutputStream data = Files.newOutputStream(folder.resolve("data.csv"))) {
            data.write((row + "\n").getBytes(StandardCharsets.US_ASCII));
            for (int line = 0; line < 300; line++) {
                StringBuilder values = new StringBuilder();
                for (int column = 0; column < 10_000; column++) {
                    values.append(column == 0 ? "" : ",").append(line * 31 + column);
                }
                data.write((values + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (EngineProcess engine = engine(256, "profile", "data.csv")) {
            assertEquals(EngineMain.DONE, engine.await(), () -> String.join("\n", engine.said()));
            var profile = Console.json(Files.readString(folder.resolve("stdout")));
            assertEquals(10_000, profile.path("columns").size());
            assertEquals(300, profile.path("rows").asInt());
            assertFalse(
                    profile.path("columns").path(0).path("distinct_is_exact").asBoolean());
        }
    }

    @Test
    void outOfMemoryIsSaidInOneLine() throws IOException {
        StringBuilder data = new StringBuilder("y,p,g\n");
        for (int row = 0; row < 40_000; row++) {
            data.append(row % 3 == 0 ? 1 : 0)
                    .append(',')
                    .append(row % 2)
                    .append(",group ")
                    .append(row)
                    .append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), data);
        Files.writeString(folder.resolve("job.json"), """
                {"task":"binary_classification","dataset":{"path":"data.csv"},
                 "columns":{"label":"y","prediction":"p"},"sensitive_features":["g"]}
                """);
        try (EngineProcess engine = engine(24, "run", "job.json", "--out", "outcome.json")) {
            assertEquals(EngineMain.FAILED, engine.await());
            assertEquals(1, engine.said().size());
            assertTrue(engine.said().get(0).startsWith("out of memory"), () -> engine.said()
                    .get(0));
            assertFalse(Files.exists(folder.resolve("outcome.json")));
        }
    }

    private void job(String data) throws IOException {
        Files.writeString(
                folder.resolve("job.json"),
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"" + data
                        + "\"},\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}}");
    }

    private String refuses(int heapMebibytes) {
        try (EngineProcess engine = engine(heapMebibytes, "run", "job.json", "--out", "outcome.json")) {
            int code = engine.await();
            assertTrue(code == EngineMain.BAD_INPUT || code == EngineMain.FAILED, () -> "exit code " + code);
            assertEquals(1, engine.said().size(), () -> String.join("\n", engine.said()));
            assertFalse(Files.exists(folder.resolve("outcome.json")));
            return engine.said().get(0);
        }
    }

    private EngineProcess engine(int heapMebibytes, String... words) {
        return EngineProcess.start(folder, EngineMain.class, heapMebibytes, List.of(words));
    }
}
