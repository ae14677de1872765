package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T4: models that never end, or want more memory or threads than there are: over by the deadline + 5 s, and nothing stays. */
class RunawayModelsT4Test {

    private static final int DEADLINE_SECONDS = 3;
    private static final Duration LATEST = Duration.ofSeconds(DEADLINE_SECONDS + 5);
    /** The virtual machine's own, the workers, and the deadline's; a storm of a thousand is far above. */
    private static final int MOST_THREADS = 80;

    @TempDir
    Path folder;

    /** Nor is what the model says of the runtime's settings listened to. */
    @Test
    void anEndlessLoopThatAsksForAThousandThreadsEndsAtTheDeadline() throws IOException, InterruptedException {
        ModelProto model = Onnx.model(Onnx.endless()).toBuilder()
                .addMetadataProps(StringStringEntryProto.newBuilder()
                        .setKey("ort_config")
                        .setValue("{\"session_options\":{\"intra_op_num_threads\":1000,\"inter_op_num_threads\":1000,"
                                + "\"execution_mode\":1}}"))
                .build();
        write(model, "y,x\n1,1\n0,0\n", "");
        int threads = 0;
        Set<ProcessHandle> family = new HashSet<>();
        try (EngineProcess engine = start()) {
            while (Files.size(folder.resolve("stdout")) == 0) {
                assertTrue(engine.process().isAlive());
                Thread.sleep(20);
            }
            long start = System.nanoTime();
            while (engine.process().isAlive() && System.nanoTime() - start < LATEST.toNanos()) {
                threads = Math.max(threads, threads(engine.process().pid()));
                engine.process().descendants().forEach(family::add);
                Thread.sleep(100);
            }
            assertFalse(engine.process().isAlive());
            assertEquals(EngineMain.FAILED, engine.await());
            assertEquals(List.of("the deadline of 3 seconds was reached before the end"), engine.said());
            assertFalse(Files.exists(folder.resolve("outcome.json")));
        }
        assertTrue(threads < MOST_THREADS, threads + " threads");
        assertEquals(Set.of(), family, "it starts no other process");
    }

    @Test
    void aResultOfFourTebibytesIsRefused() throws IOException {
        AttributeProto value = AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(Onnx.floats("v", List.of(1L), 1))
                .build();
        GraphProto.Builder model = Onnx.identity()
                .addInput(Onnx.value("n", Onnx.INT64, 1))
                .addNode(Onnx.node("ConstantOfShape", List.of("n"), List.of("huge"))
                        .addAttribute(value))
                .addOutput(Onnx.value("huge", Onnx.FLOAT, -1));
        write(Onnx.model(model), "y,x,n\n1,1,1099511627776\n", ",\"output\":{\"name\":\"huge\"}");
        try (EngineProcess engine = start()) {
            int code = engine.await();
            assertTrue(code == EngineMain.BAD_INPUT || code == EngineMain.FAILED, () -> "exit code " + code);
            assertEquals(1, engine.said().size(), () -> String.join("\n", engine.said()));
            assertFalse(Files.exists(folder.resolve("outcome.json")));
        }
    }

    /** How many threads the process has; 0 when it has ended, and where there is no Linux to ask. */
    private static int threads(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring("Threads:".length()).strip()))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private void write(ModelProto model, String data, String more) throws IOException {
        Files.write(folder.resolve("model.onnx"), model.toByteArray());
        Files.writeString(folder.resolve("data.csv"), data);
        Files.writeString(
                folder.resolve("job.json"),
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"data.csv\"},\"columns\":{\"label\":\"y\"},"
                        + "\"model\":{\"path\":\"model.onnx\"" + more + "}}");
    }

    private EngineProcess start() {
        return EngineProcess.start(
                folder,
                EngineMain.class,
                256,
                List.of("run", "job.json", "--out", "outcome.json", "--deadline", Integer.toString(DEADLINE_SECONDS)));
    }
}
