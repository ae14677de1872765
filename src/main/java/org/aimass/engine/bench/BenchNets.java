package org.aimass.engine.bench;

import ai.onnx.proto.OnnxMl;
import java.util.List;

/** Networks of a modest size with made-up weights, one for each thing that models do. */
final class BenchNets {

    /** Pixels each way of the images that are looked at. */
    static final int SIDE = 64;
    /** Tokens of the speech models: the blank, the space between words and the letters. */
    static final int LETTERS = 28;
    /** Tokens of the language model. */
    static final int TOKENS = 1_000;
    /** What a detector finds in every image. */
    static final int OBJECTS = 20;
    /** Of a person, as COCO has them. */
    static final int KEYPOINTS = 17;
    /** Samples that the speaking model makes of each letter. */
    static final int SPOKEN = 1_600;

    private static final int WIDE = 256;
    private static final int STATE = 512;

    private final BenchGraph graph = new BenchGraph();

    private BenchNets() {}

    private static OnnxMl.AttributeProto.Builder strides(int dimensions, long stride) {
        return dimensions == 1 ? BenchGraph.ints("strides", stride) : BenchGraph.ints("strides", stride, stride);
    }

    private static OnnxMl.AttributeProto.Builder pads(int dimensions, long pad) {
        return dimensions == 1 ? BenchGraph.ints("pads", pad, pad) : BenchGraph.ints("pads", pad, pad, pad, pad);
    }

    /** A convolution over images, and what is left of it above 0. */
    private String seen(String name, String of, long from, long to, long stride) {
        String weights = graph.weights(name + "_w", Math.sqrt(2.0 / (9 * from)), to, from, 3, 3);
        String conv = graph.node("Conv", name + "_c", List.of(strides(2, stride), pads(2, 1)), of, weights);
        return graph.node("Relu", name, conv);
    }

    /** A convolution over sound, and what is left of it above 0. */
    private String heard(String name, String of, long from, long to, long width, long stride) {
        String weights = graph.weights(name + "_w", Math.sqrt(2.0 / (width * from)), to, from, width);
        long pad = stride == 1 ? width / 2 : 0;
        String conv = graph.node("Conv", name + "_c", List.of(strides(1, stride), pads(1, pad)), of, weights);
        return graph.node("Relu", name, conv);
    }

    /** What is in an image of three channels: {@link #WIDE} numbers for each. */
    private String content(String image) {
        String fine = seen("fine", image, 3, 64, 2);
        String parts = seen("parts", fine, 64, 128, 2);
        String whole = seen("whole", parts, 128, WIDE, 2);
        return graph.node("Flatten", "content", graph.node("GlobalAveragePool", "pooled", whole));
    }

    private String linear(String name, String of, long from, long to) {
        return graph.node("MatMul", name, of, graph.weights(name + "_w", Math.sqrt(1.0 / from), from, to));
    }

    private static BenchNets looking() {
        BenchNets net = new BenchNets();
        net.graph.input("image", BenchGraph.FLOAT, -1, 3, SIDE, SIDE);
        return net;
    }

    /** How likely each of ten classes is. */
    static byte[] classes() {
        BenchNets net = looking();
        net.graph.output("p", BenchGraph.FLOAT, -1, 10);
        net.graph.node("Softmax", "p", net.linear("logits", net.content("image"), WIDE, 10));
        return net.graph.model();
    }

    /** The embedding of a face. */
    static byte[] embedding() {
        BenchNets net = looking();
        net.graph.output("embedding", BenchGraph.FLOAT, -1, WIDE);
        net.linear("embedding", net.content("image"), WIDE, WIDE);
        return net.graph.model();
    }

    /** Boxes by their middle and size as shares of the image, how sure each is, and its class. */
    static byte[] detector() {
        BenchNets net = looking();
        net.graph
                .output("b", BenchGraph.FLOAT, OBJECTS, 4)
                .output("s", BenchGraph.FLOAT, OBJECTS)
                .output("l", BenchGraph.WHOLE, OBJECTS);
        String content = net.content("image");
        net.places("b", content, OBJECTS, 4);
        net.places("s", content, OBJECTS);
        long[] labels = new long[OBJECTS];
        for (int i = 0; i < OBJECTS; i++) {
            labels[i] = i % 3;
        }
        net.graph.node("Identity", "l", net.graph.whole("labels", labels));
        return net.graph.model();
    }

    /** Where the keypoints of two people are, and how sure each is. */
    static byte[] poses() {
        BenchNets net = looking();
        net.graph.output("k", BenchGraph.FLOAT, 2, KEYPOINTS, 3);
        net.places("k", net.content("image"), 2, KEYPOINTS, 3);
        return net.graph.model();
    }

    private void places(String name, String content, long... shape) {
        long size = 1;
        for (long each : shape) {
            size *= each;
        }
        String all = graph.node("Sigmoid", name + "_all", linear(name + "_raw", content, WIDE, size));
        graph.node("Reshape", name, all, graph.whole(name + "_shape", shape));
    }

    /** Another image of the same size. */
    static byte[] generator() {
        BenchNets net = looking();
        net.graph.output("made", BenchGraph.FLOAT, -1, 3, SIDE, SIDE);
        String strokes = net.seen("strokes", "image", 3, 32, 1);
        String style = net.seen("style", strokes, 32, 32, 1);
        net.graph.node("Sigmoid", "made", net.seen("colors", style, 32, 3, 1));
        return net.graph.model();
    }

    /** Every hundredth of a second of sound: how likely each letter is. */
    static byte[] ear() {
        BenchNets net = new BenchNets();
        BenchGraph graph = net.graph;
        graph.input("sound", BenchGraph.FLOAT, 1, -1).output("frames", BenchGraph.FLOAT, 1, -1, LETTERS);
        String one = graph.node("Reshape", "one", "sound", graph.whole("channel", 1, 1, -1));
        String waves = net.heard("waves", one, 1, 128, 400, 160);
        String sounds = net.heard("sounds", waves, 128, WIDE, 5, 1);
        String syllables = net.heard("syllables", sounds, WIDE, WIDE, 5, 1);
        String letters = net.heard("letters", syllables, WIDE, LETTERS, 1, 1);
        graph.node("Transpose", "frames", List.of(BenchGraph.ints("perm", 0, 2, 1)), letters);
        return graph.model();
    }

    /** A tenth of a second of sound for each letter. */
    static byte[] mouth() {
        BenchNets net = new BenchNets();
        BenchGraph graph = net.graph;
        graph.input("tokens", BenchGraph.WHOLE, 1, -1).output("sound", BenchGraph.FLOAT, 1, -1);
        String letters = graph.node("Gather", "letters", graph.weights("table", 1, LETTERS, WIDE), "tokens");
        String turned = graph.node("Transpose", "turned", List.of(BenchGraph.ints("perm", 0, 2, 1)), letters);
        String near = net.heard("near", turned, WIDE, STATE, 5, 1);
        String far = net.heard("far", near, STATE, STATE, 5, 1);
        String back = graph.node("Transpose", "back", List.of(BenchGraph.ints("perm", 0, 2, 1)), far);
        String waves = graph.node("Tanh", "waves", net.linear("spoken", back, STATE, SPOKEN));
        graph.node("Reshape", "sound", waves, graph.whole("flat", 1, -1));
        return graph.model();
    }

    /** What each token may be followed by, given all before it. */
    static byte[] language() {
        BenchNets net = new BenchNets();
        BenchGraph graph = net.graph;
        graph.input("input_ids", BenchGraph.WHOLE, 1, -1).output("logits", BenchGraph.FLOAT, 1, -1, TOKENS);
        String each = graph.node("Gather", "each", graph.weights("table", 1, TOKENS, STATE), "input_ids");
        String inTurn = graph.node("Transpose", "in_turn", List.of(BenchGraph.ints("perm", 1, 0, 2)), each);
        double deviation = Math.sqrt(1.0 / STATE);
        String states = graph.node(
                "GRU",
                "states",
                List.of(BenchGraph.whole("hidden_size", STATE)),
                inTurn,
                graph.weights("gates", deviation, 1, 3L * STATE, STATE),
                graph.weights("memory", deviation, 1, 3L * STATE, STATE));
        String flat = graph.node("Reshape", "flat", states, graph.whole("by_token", 1, -1, STATE));
        net.linear("logits", flat, STATE, TOKENS);
        return graph.model();
    }
}
