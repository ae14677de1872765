package org.aimass.audit;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aimass.engine.inference.Onnx;

/** Models of a few numbers, of which anybody can say what they answer. */
public final class TinyModels {

    /** What a sample of t / 8 is taken for, t being the place. */
    static final String SIGNS = "_|abc?";

    /** The tokens of {@link #recognizer}. */
    public static final byte[] HEARD =
            "{\"<pad>\":0,\"|\":1,\"a\":2,\"b\":3,\"c\":4,\"<unk>\":5}".getBytes(StandardCharsets.UTF_8);

    /** The tokens of {@link #mouth}, which says them so that the recognizer hears them. */
    static final byte[] SAID = "{\"_\":0,\" \":1,\"a\":2,\"b\":3,\"c\":4}".getBytes(StandardCharsets.UTF_8);

    private TinyModels() {}

    private static byte[] bytes(GraphProto.Builder graph) {
        return Onnx.model(graph).toByteArray();
    }

    /** Each token t scores x t / 4 - t&sup2; / 64 of a sample x. */
    public static byte[] recognizer() {
        float[] weights = new float[SIGNS.length()];
        float[] biases = new float[SIGNS.length()];
        for (int token = 0; token < weights.length; token++) {
            weights[token] = token / 4f;
            biases[token] = -token * token / 64f;
        }
        return bytes(GraphProto.newBuilder()
                .addInput(Onnx.value("sound", Onnx.FLOAT, -1, -1))
                .addOutput(Onnx.value("frames", Onnx.FLOAT, -1, -1, weights.length))
                .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                .addInitializer(Onnx.floats("w", List.of(1L, (long) weights.length), weights))
                .addInitializer(Onnx.floats("b", List.of((long) weights.length), biases))
                .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames"))));
    }

    /** Says a sample of t / 8 for the token at place t. */
    static byte[] mouth() {
        return bytes(GraphProto.newBuilder()
                .addInput(Onnx.value("tokens", Onnx.INT64, -1, -1))
                .addOutput(Onnx.value("sound", Onnx.FLOAT, -1, -1))
                .addInitializer(Onnx.floats("eighth", List.of(), 0.125f))
                .addNode(Onnx.node("Cast", List.of("tokens"), List.of("each"))
                        .addAttribute(Onnx.attribute("to", Onnx.FLOAT)))
                .addNode(Onnx.node("Mul", List.of("each", "eighth"), List.of("sound"))));
    }

    /** The embedding of a voice is its highest and its lowest sample. */
    static byte[] voices() {
        return bytes(GraphProto.newBuilder()
                .addInput(Onnx.value("sound", Onnx.FLOAT, 1, -1))
                .addOutput(Onnx.value("voice", Onnx.FLOAT, 1, 2))
                .addNode(Onnx.node("ReduceMax", List.of("sound"), List.of("high"))
                        .addAttribute(Onnx.longsAttribute("axes", 1)))
                .addNode(Onnx.node("ReduceMin", List.of("sound"), List.of("low"))
                        .addAttribute(Onnx.longsAttribute("axes", 1)))
                .addNode(Onnx.node("Concat", List.of("high", "low"), List.of("voice"))
                        .addAttribute(Onnx.attribute("axis", 1))));
    }

    /** The embedding of an image of eight by eight is its mean red, green and blue. */
    static byte[] embedding() {
        return bytes(means(GraphProto.newBuilder()
                .addInput(Onnx.value("image", Onnx.FLOAT, -1, 3, 8, 8))
                .addOutput(Onnx.value("means", Onnx.FLOAT, -1, 3))));
    }

    /** Takes all green away. */
    static byte[] generator() {
        return bytes(GraphProto.newBuilder()
                .addInput(Onnx.value("image", Onnx.FLOAT, -1, 3, 8, 8))
                .addOutput(Onnx.value("made", Onnx.FLOAT, -1, 3, 8, 8))
                .addInitializer(Onnx.floats("w", List.of(1L, 3L, 1L, 1L), 1, 0, 1))
                .addNode(Onnx.node("Mul", List.of("image", "w"), List.of("made"))));
    }

    /** Finds a thing all over the image, as surely as the image is red. */
    static byte[] detector() {
        return bytes(seen().addOutput(Onnx.value("boxes", Onnx.FLOAT, 1, 4))
                .addInitializer(Onnx.floats("all", List.of(1L, 4L), 0, 0, 1, 1))
                .addNode(Onnx.node("Identity", List.of("all"), List.of("boxes"))));
    }

    /** Finds a person's left and right hand, always at a quarter and three quarters of the width, half way down. */
    static byte[] pose() {
        return bytes(seen().addOutput(Onnx.value("points", Onnx.FLOAT, 1, 2, 3))
                .addInitializer(Onnx.floats("hands", List.of(1L, 2L, 3L), 0.25f, 0.5f, 1, 0.75f, 0.5f, 1))
                .addNode(Onnx.node("Identity", List.of("hands"), List.of("points"))));
    }

    /** The output {@code scores} [N, 1] is how red an image is. */
    private static GraphProto.Builder seen() {
        return means(GraphProto.newBuilder()
                        .addInput(Onnx.value("image", Onnx.FLOAT, -1, 3, 8, 8))
                        .addOutput(Onnx.value("scores", Onnx.FLOAT, -1, 1)))
                .addInitializer(Onnx.longs("red", List.of(1L), 0))
                .addNode(Onnx.node("Gather", List.of("means", "red"), List.of("scores"))
                        .addAttribute(Onnx.attribute("axis", 1)));
    }

    private static GraphProto.Builder means(GraphProto.Builder graph) {
        return graph.addNode(Onnx.node("ReduceMean", List.of("image"), List.of("means"))
                .addAttribute(Onnx.longsAttribute("axes", 2, 3))
                .addAttribute(Onnx.attribute("keepdims", 0)));
    }
}
