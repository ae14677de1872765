package org.aimass.engine.inference;

import static org.aimass.engine.inference.ProtobufReader.BYTES;
import static org.aimass.engine.inference.ProtobufReader.VARINT;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.engine.OneLine;

/**
 * Reads an ONNX file as a stream of protobuf fields, passing over the bytes of tensors, and stops at what is not let through:
 * external or in-memory tensor data, foreign operators, functions, training, types smaller than a byte, sparse tensors, inputs
 * of a nested graph that are also initializers, deep nesting, tensors larger than their bytes. Where protobuf would merge two
 * occurrences of one field the file is refused too, since the parts would be looked at one by one. Field numbers are those
 * of {@code onnx.proto}.
 */
final class OnnxWalk {

    private static final int MOST_GRAPHS = 16;
    private static final int LONGEST_NAME = 1 << 16;
    private static final int MOST_LABELS = 1000;
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");
    private static final Set<String> TYPE_ATTRIBUTES = Set.of("to", "dtype", "output_dtype", "precision");

    /** The file holds something that is not let through; the message says what. */
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;

        Forbidden(String what) {
            super(what);
        }
    }

    private final ProtobufReader in;
    private final OnnxValues values;
    private final Set<String> operators = new TreeSet<>();
    private final Set<List<String>> labels = new HashSet<>();
    private long opset;

    OnnxWalk(ProtobufReader in) {
        this.in = in;
        values = new OnnxValues(in);
    }

    long opset() {
        return opset;
    }

    Set<String> operators() {
        return operators;
    }

    List<String> classLabels() {
        return labels.size() == 1 ? labels.iterator().next() : List.of();
    }

    void model() throws IOException {
        Once graphs = new Once();
        in.fields((number, wire) -> {
            switch (wire == BYTES ? number : 0) {
                case 7 -> {
                    graphs.demand("graph");
                    in.message(() -> graph(1));
                }
                case 8 -> in.message(this::operatorSet);
                case 20 -> throw new Forbidden("training information");
                case 25 -> throw new Forbidden("functions defined in the file");
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (!graphs.isSeen()) {
            throw new InvalidProtocolBufferException("it has no graph");
        }
    }

    private void operatorSet() throws IOException {
        String[] domain = {""};
        long[] version = {0};
        in.fields((number, wire) -> {
            if (number == 1 && wire == BYTES) {
                domain[0] = values.name();
            } else if (number == 2 && wire == VARINT) {
                version[0] = in.varint();
            } else {
                return false;
            }
            return true;
        });
        if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
            opset = Math.max(opset, version[0]);
        }
    }

    private void graph(int depth) throws IOException {
        if (depth > MOST_GRAPHS) {
            throw new Forbidden("graphs nested more than " + MOST_GRAPHS + " deep");
        }
        Set<String> inputs = new HashSet<>();
        Set<String> initializers = new HashSet<>();
        in.fields((number, wire) -> {
            switch (wire == BYTES ? number : 0) {
                case 1 -> in.message(() -> node(depth));
                case 5 -> in.message(() -> keep(depth, values.tensor(), initializers));
                case 11 -> in.message(() -> keep(depth, values.value(), inputs));
                case 12, 13 -> in.message(values::value);
                case 15 -> throw new Forbidden("sparse tensors");
                default -> {
                    return false;
                }
            }
            return true;
        });
        inputs.retainAll(initializers);
        if (!inputs.isEmpty()) {
            throw new Forbidden("an input of a nested graph that is also an initializer: "
                    + OneLine.quoted(inputs.iterator().next()));
        }
    }

    private static void keep(int depth, String name, Set<String> into) {
        if (depth > 1) {
            into.add(name);
        }
    }

    private void node(int depth) throws IOException {
        in.fields((number, wire) -> {
            if (number == 4 && wire == BYTES) {
                operators.add(operator(values.name()));
            } else if (number == 5 && wire == BYTES) {
                in.message(() -> attribute(depth));
            } else if (number == 7 && wire == BYTES) {
                String domain = values.name();
                if (!DOMAINS.contains(domain)) {
                    throw new Forbidden("an operator of the domain " + OneLine.quoted(domain)
                            + "; the ONNX standard's own are let through only");
                }
            } else {
                return false;
            }
            return true;
        });
    }

    private static String operator(String name) throws Forbidden {
        if (!name.matches("[A-Za-z0-9_]{1,100}")) {
            throw new Forbidden("an operator named " + OneLine.quoted(name));
        }
        return name;
    }

    private void attribute(int depth) throws IOException {
        String[] name = {""};
        List<Long> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Once tensors = new Once();
        Once graphs = new Once();
        Once types = new Once();
        in.fields((number, wire) -> {
            if (number == 3 || number == 8) {
                return numbers(wire, numbers);
            }
            switch (wire == BYTES ? number : 0) {
                case 1 -> name[0] = values.name();
                case 9 -> label(words);
                case 5 -> {
                    tensors.demand("tensor of an attribute");
                    in.message(values::tensor);
                }
                case 10 -> in.message(values::tensor);
                case 6 -> {
                    graphs.demand("graph of an attribute");
                    in.message(() -> graph(depth + 1));
                }
                case 11 -> in.message(() -> graph(depth + 1));
                case 14 -> {
                    types.demand("type of an attribute");
                    in.message(() -> values.type(1));
                }
                case 15 -> in.message(() -> values.type(1));
                case 21 -> throw new Forbidden("a reference to a function's attribute");
                case 22, 23 -> throw new Forbidden("sparse tensors");
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (TYPE_ATTRIBUTES.contains(name[0])) {
            for (long type : numbers) {
                if (type != 0) {
                    OnnxTypes.of(type);
                }
            }
        }
        if (name[0].startsWith("classlabels_")) {
            List<String> found =
                    words.isEmpty() ? numbers.stream().map(String::valueOf).toList() : words;
            if (found.size() > 1 && found.size() <= MOST_LABELS) {
                labels.add(List.copyOf(found));
            }
        }
    }

    /** Integers; beyond those that could be class labels they are read and dropped. */
    private boolean numbers(int wire, List<Long> into) throws IOException {
        return in.integers(wire, number -> {
            if (into.size() <= MOST_LABELS) {
                into.add(number);
            }
        });
    }

    /** A text that could be a class label, or is read and dropped. */
    private void label(List<String> into) throws IOException {
        String text = in.text(LONGEST_NAME);
        if (into.size() <= MOST_LABELS) {
            into.add(text == null ? "" : text);
        }
    }
}
