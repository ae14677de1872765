package org.aimass.engine.inference;

import static org.aimass.engine.inference.ProtobufReader.BYTES;
import static org.aimass.engine.inference.ProtobufReader.VARINT;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.engine.OneLine;
import org.aimass.engine.inference.Limits.Kind;

/**
 * Reads an ONNX file as a stream of protobuf fields, passing over the bytes of tensors, and stops at what is not let through:
 * external or in-memory tensor data, foreign operators, functions, training, devices, types smaller than a byte, sparse tensors,
 * names that stand for two things, inputs of a nested graph that are also initializers, deep nesting, giant numbers of things,
 * tensors of another size than their bytes. Where protobuf would merge two occurrences of one field the file is refused too,
 * since the parts would be looked at one by one. Field numbers are those of {@code onnx.proto}.
 */
final class OnnxWalk {

    private static final int MOST_GRAPHS = 16;
    private static final int MOST_OPERATORS = 1_000;
    private static final long LATEST_VERSION = 99;
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");

    /** The file holds something that is not let through; the message says what. */
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;

        Forbidden(String what) {
            super(what);
        }
    }

    private final ProtobufReader in;
    private final Limits limits = new Limits();
    private final GraphNames.Room room = new GraphNames.Room();
    private final OnnxValues values;
    private final OnnxAttributes attributes;
    private final Set<String> operators = new TreeSet<>();
    private final Set<String> operatorSets = new HashSet<>();
    private long opset;

    OnnxWalk(ProtobufReader in) {
        this.in = in;
        values = new OnnxValues(in, limits);
        attributes = new OnnxAttributes(in, values, limits, this::graph);
    }

    long opset() {
        return opset;
    }

    Set<String> operators() {
        return operators;
    }

    List<String> classLabels() {
        return attributes.classLabels();
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
                case 14 -> {
                    limits.count(Kind.TEXTS);
                    in.message(this::texts);
                }
                case 20 -> throw new Forbidden("training information");
                case 25 -> throw new Forbidden("functions defined in the file");
                case 26 -> throw new Forbidden("configurations of devices");
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
        limits.count(Kind.OPERATOR_SETS);
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
        String known = domain[0].equals("ai.onnx") ? "" : domain[0];
        if (version[0] < 1 || version[0] > LATEST_VERSION) {
            throw new Forbidden("version " + version[0] + " of the operators of " + OneLine.quoted(known));
        }
        if (!operatorSets.add(known)) {
            throw new Forbidden("two versions of the operators of " + OneLine.quoted(known));
        }
        if (known.isEmpty()) {
            opset = version[0];
        }
    }

    private void graph(int depth) throws IOException {
        limits.count(Kind.GRAPHS);
        if (depth > MOST_GRAPHS) {
            throw new Forbidden("graphs nested more than " + MOST_GRAPHS + " deep");
        }
        GraphNames names = new GraphNames(depth > 1, room);
        in.fields((number, wire) -> {
            switch (wire == BYTES ? number : 0) {
                case 1 -> in.message(() -> node(depth, names));
                case 5 -> in.message(() -> names.initializer(values.tensor()));
                case 11 -> in.message(() -> names.input(values.value()));
                case 12, 13 -> in.message(values::value);
                case 14, 16 -> {
                    limits.count(Kind.TEXTS);
                    in.message(this::texts);
                }
                case 15 -> throw new Forbidden("sparse tensors");
                default -> {
                    return false;
                }
            }
            return true;
        });
    }

    /** Notes that nobody reads, and that native code makes objects of all the same. */
    private void texts() throws IOException {
        in.fields((number, wire) -> {
            limits.count(Kind.TEXTS);
            return false;
        });
    }

    private void node(int depth, GraphNames names) throws IOException {
        limits.count(Kind.NODES);
        Set<String> attributeNames = new HashSet<>();
        in.fields((number, wire) -> {
            switch (wire == BYTES ? number : 0) {
                case 2 -> names.result(values.name());
                case 4 -> operator(values.name());
                case 5 -> in.message(() -> attributes.attribute(depth, attributeNames));
                case 7 -> domain(values.name());
                case 10 -> throw new Forbidden("configurations of devices");
                case 1, 9 -> {
                    limits.count(Kind.TEXTS);
                    return false;
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
    }

    private void operator(String name) throws Forbidden {
        if (!name.matches("[A-Za-z0-9_]{1,100}")) {
            throw new Forbidden("an operator named " + OneLine.quoted(name));
        }
        operators.add(name);
        if (operators.size() > MOST_OPERATORS) {
            throw new Forbidden("more than " + MOST_OPERATORS + " different operators");
        }
    }

    private static void domain(String name) throws Forbidden {
        if (!DOMAINS.contains(name)) {
            throw new Forbidden("an operator of the domain " + OneLine.quoted(name)
                    + "; the ONNX standard's own are let through only");
        }
    }
}
