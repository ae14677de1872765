package org.aimass.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1: models that ONNX Runtime must never see are refused in Java, each in one line that says why. */
class HostileModelsT1Test {

    @TempDir
    Path folder;

    @Test
    void refusesEachOfThem() throws IOException {
        Map<String, byte[]> models = HostileModels.refused();
        assertTrue(models.size() >= 40, () -> models.size() + " models");
        for (Map.Entry<String, byte[]> model : models.entrySet()) {
            Path file = Files.write(folder.resolve("m.onnx"), model.getValue());
            String expected = model.getKey()
                    .replaceAll("[:,] .*| of (a|an|one|another) .*| without .*| in memory| to cast to", "");
            BadInput refusal = assertThrows(BadInput.class, () -> ModelCheck.check(file), model.getKey());
            String said = String.valueOf(refusal.getMessage());
            assertTrue(said.startsWith("m.onnx: refused: ") && said.contains(expected), model.getKey() + " -> " + said);
            assertEquals(1, said.lines().count());
        }
    }

    /**
     * A file that is a small model to protobuf, and another model, in ONNX Runtime's own format, to whoever looks at the fifth
     * byte: the runtime did, and loaded what nobody had checked.
     */
    @Test
    void refusesAModelThatIsAnotherModelToTheRuntime() throws IOException, OrtException {
        byte[] other = inTheRuntimesFormat(Onnx.model(Onnx.logistic(1, 2, 3)).toByteArray());
        byte[] harmless = Onnx.model(Onnx.identity()).toByteArray();
        int root = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        // fields 1 (a version) and 2 (a text of four letters); read as one number they say where the other model starts
        byte[] start = {8, 8, 0x12, 4, 'O', 'R', 'T', 'M'};
        int at = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(0) - root;
        Path file = folder.resolve("m.onnx");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(start);
            out.write(0x32); // field 6, a text: the other model, far enough away
            writeLength(at - start.length - 6 + other.length, out);
            out.write(new byte[at - start.length - 6]);
            out.write(other);
            out.write(harmless);
        }
        assertEquals(
                "Identity",
                ModelProto.parseFrom(Files.readAllBytes(file))
                        .getGraph()
                        .getNode(0)
                        .getOpType());
        BadInput refusal = assertThrows(BadInput.class, () -> ModelCheck.check(file));
        assertEquals("m.onnx: is in ONNX Runtime's own format; expected ONNX", refusal.getMessage());
    }

    /** The second lock on that door: the runtime is told which format to read. */
    @Test
    void theRuntimeNeverReadsItsOwnFormat() throws IOException, OrtException {
        byte[] other = inTheRuntimesFormat(Onnx.model(Onnx.logistic(1, 2, 3)).toByteArray());
        assertEquals("ORTM", new String(other, 4, 4, StandardCharsets.US_ASCII));
        OrtEnvironment runtime = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = OnnxModel.options(true)) {
            assertThrows(OrtException.class, () -> runtime.createSession(other, options));
        }
    }

    private byte[] inTheRuntimesFormat(byte[] model) throws IOException, OrtException {
        Path file = folder.resolve("m.ort");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizedModelFilePath(file.toString());
            options.addConfigEntry("session.save_model_format", "ORT");
            OnnxRuntime.environment().createSession(model, options).close();
        }
        return Files.readAllBytes(file);
    }

    /** A length in five bytes. */
    private static void writeLength(int length, DataOutputStream out) throws IOException {
        for (int i = 0; i < 4; i++) {
            out.write(((length >> (7 * i)) & 0x7F) | 0x80);
        }
        out.write(length >> 28);
    }
}
