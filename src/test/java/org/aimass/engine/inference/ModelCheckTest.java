package org.aimass.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TrainingInfoProto;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1 and T3: what native code must not get to see is refused in Java. */
class ModelCheckTest {

    private static final AttributeProto LABELS = Onnx.longsAttribute("classlabels_ints", 0, 1);

    @TempDir
    Path folder;

    @Test
    void tellsWhatAModelIs() throws IOException {
        Path file = write(Onnx.model(Onnx.zipped(LABELS, Onnx.INT64, 1, 2)).toByteArray());
        ModelFacts facts = ModelCheck.check(file);
        assertEquals(15, facts.opset());
        assertEquals(Set.of("LinearClassifier", "ZipMap"), facts.operators());
        assertEquals(List.of("0", "1"), facts.classLabels());
        assertEquals(Files.size(file), facts.bytes());
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertEquals("m.onnx: is empty; expected an ONNX model", refusal(new byte[0]));
        assertTrue(refusal("a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("m.onnx: is no ONNX model, or was cut off ("));
        assertTrue(refusal(new byte[10_000]).startsWith("m.onnx: is no ONNX model"));
        byte[] whole = Onnx.model(Onnx.logistic(1, 2, 3)).toByteArray();
        for (int length = 1; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertTrue(refusal(part).startsWith("m.onnx: "), "cut off at " + length);
        }
    }

    @Test
    void refusesDataOutsideTheFile() {
        for (String place : List.of("../secret", "/etc/passwd", "weights.bin", "*/_ORT_MEM_ADDR_/*")) {
            TensorProto tensor = TensorProto.newBuilder()
                    .setName("w")
                    .setDataType(Onnx.FLOAT)
                    .addDims(1)
                    .addDims(1)
                    .addExternalData(StringStringEntryProto.newBuilder()
                            .setKey("location")
                            .setValue(place))
                    .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                    .build();
            String expected = "m.onnx: refused: tensor data outside the file (external data)";
            assertEquals(expected, refusal(Onnx.logistic(1).setInitializer(0, tensor)));
            TensorProto silent = tensor.toBuilder().clearDataLocation().build();
            assertEquals(expected, refusal(Onnx.logistic(1).setInitializer(0, silent)));
            TensorProto empty = tensor.toBuilder().clearExternalData().build();
            assertEquals(expected, refusal(Onnx.logistic(1).setInitializer(0, empty)));
            AttributeProto attribute = AttributeProto.newBuilder()
                    .setName("value")
                    .setType(AttributeProto.AttributeType.TENSOR)
                    .setT(tensor)
                    .build();
            assertEquals(
                    expected,
                    refusal(Onnx.identity()
                            .addNode(Onnx.node("Constant", List.of(), List.of("c"))
                                    .addAttribute(attribute))));
        }
    }

    @Test
    void refusesLinks() throws IOException {
        Path file = write(Onnx.model(Onnx.logistic(1)).toByteArray());
        Path symbolic = Files.createSymbolicLink(folder.resolve("s.onnx"), file);
        assertEquals("s.onnx: is a symbolic link; expected the model file itself", refusal(symbolic));
        Files.createLink(folder.resolve("h.onnx"), file);
        assertEquals("m.onnx: has several names (hard links); expected a file of its own", refusal(file));
        assertEquals("none.onnx: no such file", refusal(folder.resolve("none.onnx")));
        assertEquals(folder.getFileName() + ": not a regular file", refusal(folder));
    }

    @Test
    void refusesForeignOperatorsFunctionsAndTraining() {
        assertEquals(
                "m.onnx: refused: an operator of the domain \"com.microsoft\"; the ONNX standard's own are let through"
                        + " only",
                refusal(Onnx.identity()
                        .addNode(
                                Onnx.node("Inverse", List.of("x"), List.of("y")).setDomain("com.microsoft"))));
        assertEquals(
                "m.onnx: refused: functions defined in the file",
                refusal(Onnx.model(Onnx.identity()).toBuilder()
                        .addFunctions(FunctionProto.newBuilder().setName("f"))
                        .build()
                        .toByteArray()));
        assertEquals(
                "m.onnx: refused: training information",
                refusal(Onnx.model(Onnx.identity()).toBuilder()
                        .addTrainingInfo(TrainingInfoProto.newBuilder())
                        .build()
                        .toByteArray()));
        assertEquals(
                "m.onnx: refused: an operator named \"../x\"",
                refusal(Onnx.identity().addNode(Onnx.node("../x", List.of("x"), List.of("y")))));
    }

    @Test
    void refusesTypesSmallerThanAByte() {
        String int4 = "m.onnx: refused: element type number 22; whole-byte types are let through only";
        TensorProto tensor = TensorProto.newBuilder()
                .setName("t")
                .setDataType(22)
                .addDims(2)
                .setRawData(ByteString.copyFrom(new byte[1]))
                .build();
        assertEquals(int4, refusal(Onnx.identity().addInitializer(tensor)));
        assertEquals(int4, refusal(Onnx.identity().addInput(Onnx.value("i", 22, -1))));
        assertEquals(
                int4,
                refusal(Onnx.identity()
                        .addNode(
                                Onnx.node("Cast", List.of("x"), List.of("y")).addAttribute(Onnx.attribute("to", 22)))));
    }

    @Test
    void refusesTensorsLargerThanTheirBytes() {
        TensorProto huge = TensorProto.newBuilder()
                .setName("w")
                .setDataType(Onnx.FLOAT)
                .addDims(1L << 20)
                .addDims(1L << 20)
                .build();
        assertEquals(
                "m.onnx: refused: the tensor \"w\" claims 1099511627776 elements of type float, which the file does not"
                        + " hold",
                refusal(Onnx.identity().addInitializer(huge)));
        TensorProto overflow = huge.toBuilder().addDims(1L << 40).build();
        assertTrue(refusal(Onnx.identity().addInitializer(overflow)).contains("claims more than 10^18 elements"));
        TensorProto negative = huge.toBuilder().setDims(0, -1).build();
        assertEquals(
                "m.onnx: refused: a tensor with impossible dimensions",
                refusal(Onnx.identity().addInitializer(negative)));
        TensorProto raw = huge.toBuilder()
                .clearDims()
                .addDims(3)
                .setRawData(ByteString.copyFrom(new byte[11]))
                .build();
        assertTrue(refusal(Onnx.identity().addInitializer(raw)).contains("claims 3 elements"));
        TensorProto fits =
                raw.toBuilder().setRawData(ByteString.copyFrom(new byte[12])).build();
        assertEquals("", refusal(Onnx.identity().addInitializer(fits)));
    }

    @Test
    void refusesSparseTensors() {
        assertEquals(
                "m.onnx: refused: sparse tensors",
                refusal(Onnx.identity()
                        .addSparseInitializer(SparseTensorProto.newBuilder().addDims(1L << 40))));
    }

    @Test
    void refusesAnInputOfALoopThatIsAnInitializerToo() {
        GraphProto.Builder endless = Onnx.endless();
        GraphProto body = endless.getNode(0).getAttribute(0).getG().toBuilder()
                .addInitializer(Onnx.floats("v", List.of(1L), 1))
                .build();
        GraphProto.Builder hostile =
                endless.setNode(0, endless.getNode(0).toBuilder().setAttribute(0, Onnx.attribute("body", body)));
        assertEquals(
                "m.onnx: refused: an input of a nested graph that is also an initializer: \"v\"", refusal(hostile));
    }

    @Test
    void refusesGraphsNestedTooDeep() {
        GraphProto.Builder graph = Onnx.identity().setName("deepest");
        for (int depth = 0; depth < 40; depth++) {
            graph = Onnx.identity()
                    .setName("g" + depth)
                    .addNode(Onnx.node("If", List.of("x"), List.of("y"))
                            .addAttribute(Onnx.attribute("then_branch", graph.build())));
        }
        assertEquals("m.onnx: refused: graphs nested more than 16 deep", refusal(graph));
    }

    /** Protobuf merges two occurrences of a field; the check would have seen each half alone. */
    @Test
    void refusesHalvesThatProtobufWouldMerge() throws IOException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        Onnx.model(Onnx.identity()).writeTo(twice);
        ModelProto.newBuilder().setGraph(Onnx.logistic(1)).build().writeTo(twice);
        assertEquals("m.onnx: refused: a second graph where one is expected", refusal(twice.toByteArray()));
    }

    /** Every prefix and every flipped byte of a model is read to its end or refused in a word, never anything else. */
    @Test
    void survivesDamage() throws IOException {
        byte[] model = Onnx.model(Onnx.zipped(LABELS, Onnx.INT64, 1, 2)).toByteArray();
        for (int i = 0; i < model.length; i++) {
            byte[] mutant = model.clone();
            mutant[i] ^= (byte) (1 << (i % 8));
            refusal(mutant);
            mutant[i] = -1;
            refusal(mutant);
        }
    }

    private String refusal(GraphProto.Builder graph) {
        return refusal(Onnx.model(graph).toByteArray());
    }

    private String refusal(byte[] model) {
        try {
            return refusal(write(model));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The refusal, or the empty text if there is none. */
    private static String refusal(Path file) {
        try {
            ModelCheck.check(file);
            return "";
        } catch (BadInput e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Path write(byte[] model) throws IOException {
        return Files.write(folder.resolve("m.onnx"), model);
    }

    @Test
    void saysWhyInOneLine() {
        BadInput e = assertThrows(BadInput.class, () -> ModelCheck.check(folder.resolve("a\nb.onnx")));
        assertEquals("a b.onnx: no such file", e.getMessage());
    }
}
