package org.aimass.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** T3: models whose weights lie in another file are refused before ONNX Runtime sees them, whatever way leads there. */
class ExternalDataT3Test {

    private static final String REFUSED = "model.onnx: refused: tensor data outside the file (external data)";
    private static final float SECRET = 42;

    @TempDir
    Path root;

    private Path folder = Path.of("unset");

    /** Every file that the models ask for is there, and of the right size. */
    @BeforeEach
    void laySecretsOut() throws IOException {
        folder = Files.createDirectory(root.resolve("model"));
        byte[] weights = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(SECRET)
                .array();
        Path secret = Files.write(root.resolve("secret"), weights);
        Files.write(Files.createDirectories(folder.resolve("a/b")).resolve("w"), weights);
        Files.write(folder.resolve("w"), weights);
        Files.createSymbolicLink(folder.resolve("symbolic"), secret);
        Files.createLink(folder.resolve("hard"), secret);
    }

    @TestFactory
    Stream<DynamicTest> refusesEachWay() {
        Map<String, GraphProto.Builder> ways = new LinkedHashMap<>();
        ways.put("a path that leads up", weights(external("location", "../secret")));
        ways.put(
                "an absolute path",
                weights(external("location", root.resolve("secret").toString())));
        ways.put("a symbolic link", weights(external("location", "symbolic")));
        ways.put("a hard link", weights(external("location", "hard")));
        ways.put("a nested folder", weights(external("location", "a/b/w")));
        ways.put("an empty location", weights(external("location", "")));
        ways.put("no location at all", weights(external()));
        ways.put(
                "an offset far away",
                weights(external("location", "w", "offset", "9223372036854775807", "length", "4")));
        ways.put("the tensor of an attribute", constant(external("location", "w")));
        ways.put("a nested graph", branch(external("location", "w")));
        return ways.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    Path model = write(way.getValue());
                    assertEquals(REFUSED, refusal(() -> OnnxModel.toInspect(model)));
                    assertEquals(REFUSED, refusal(() -> OnnxModel.toScore(model, Optional.empty())));
                }));
    }

    /** The models are no nonsense: the runtime itself would have read the other file. */
    @Test
    void theRuntimeWouldReadTheOtherFile() throws IOException, OrtException {
        Path model = write(weights(external("location", "a/b/w")));
        try (OrtSession.SessionOptions options = OnnxModel.options(true);
                OrtSession session = OnnxRuntime.environment().createSession(model.toString(), options);
                OnnxTensor one = OnnxTensor.createTensor(OnnxRuntime.environment(), new float[][] {{1}});
                OrtSession.Result result = session.run(Map.of("x", one))) {
            assertEquals(SECRET, ((float[][]) result.get(0).getValue())[0][0]);
        }
    }

    @Test
    void refusesAModelOfSeveralNames() throws IOException {
        Path model = write(Onnx.logistic(1));
        Path symbolic = Files.createSymbolicLink(folder.resolve("s.onnx"), model);
        assertEquals(
                "s.onnx: is a symbolic link; expected the model file itself",
                refusal(() -> OnnxModel.toInspect(symbolic)));
        Files.createLink(folder.resolve("h.onnx"), model);
        assertEquals(
                "model.onnx: has several names (hard links); expected a file of its own",
                refusal(() -> OnnxModel.toInspect(model)));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable load) {
        return String.valueOf(assertThrows(BadInput.class, load).getMessage());
    }

    private Path write(GraphProto.Builder graph) throws IOException {
        return Files.write(folder.resolve("model.onnx"), Onnx.model(graph).toByteArray());
    }

    /** One number, kept elsewhere as the entries say. */
    private static TensorProto external(String... entries) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName("w")
                .setDataType(Onnx.FLOAT)
                .addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (int i = 0; i < entries.length; i += 2) {
            tensor.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
        }
        return tensor.build();
    }

    /** {@code p = x * w}. */
    private static GraphProto.Builder weights(TensorProto tensor) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 1))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                .addInitializer(tensor)
                .addNode(Onnx.node("Mul", List.of("x", "w"), List.of("p")));
    }

    private static GraphProto.Builder constant(TensorProto tensor) {
        AttributeProto value = AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(tensor)
                .build();
        return Onnx.identity()
                .addNode(Onnx.node("Constant", List.of(), List.of("c")).addAttribute(value));
    }

    private static GraphProto.Builder branch(TensorProto tensor) {
        return Onnx.identity()
                .addNode(Onnx.node("If", List.of("x"), List.of("y"))
                        .addAttribute(Onnx.attribute(
                                "then_branch",
                                Onnx.identity()
                                        .setName("then")
                                        .addInitializer(tensor)
                                        .build())));
    }
}
