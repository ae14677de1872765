package org.aimass.engine.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.List;

/** Small models over texts whose answers are known by heart. */
public final class TextNets {

    /** Six tokens: the letters, a blank, a letter behind one, the end and a line break. */
    public static final String TOKENIZER = """
            {"added_tokens":[{"id":4,"content":"</s>","special":true}],"normalizer":null,
             "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},
             "model":{"type":"BPE","vocab":{"a":0,"b":1,"\u0120":2,"\u0120b":3,"\u010a":5},"merges":["\u0120 b"]}}
            """;

    private TextNets() {}

    /**
     * A causal model whose next token depends on the last one alone.
     *
     * @param tokens how many there are
     * @param logits by token, of each next one
     */
    public static GraphProto.Builder language(int tokens, float... logits) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("input_ids", Onnx.INT64, -1, -1))
                .addOutput(Onnx.value("logits", Onnx.FLOAT, -1, -1, tokens))
                .addInitializer(Onnx.floats("table", List.of((long) tokens, (long) tokens), logits))
                .addNode(Onnx.node("Gather", List.of("table", "input_ids"), List.of("logits")));
    }

    /**
     * A classifier that knows some texts by heart: a score for each, and one for all others.
     *
     * @param shape of the texts that it takes
     */
    public static GraphProto.Builder lookup(float otherwise, List<String> texts, float[] scores, long... shape) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("text", Onnx.STRING, shape))
                .addOutput(Onnx.value("p", Onnx.FLOAT, shape))
                .addNode(Onnx.ml("LabelEncoder", List.of("text"), List.of("p"))
                        .addAttribute(Onnx.textsAttribute("keys_strings", texts.toArray(new String[0])))
                        .addAttribute(Onnx.floatsAttribute("values_floats", scores))
                        .addAttribute(Onnx.floatAttribute("default_float", otherwise)));
    }
}
