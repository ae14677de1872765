package org.aimass.engine.inference;

import static org.aimass.engine.inference.ProtobufReader.BYTES;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.aimass.engine.OneLine;
import org.aimass.engine.inference.OnnxWalk.Forbidden;

/** Reads the attributes of nodes, and keeps the class labels that one of them may list. */
final class OnnxAttributes {

    private static final int MOST_LABELS = 1_000;
    private static final int LONGEST_LABEL = 1_000;
    private static final Set<String> TYPES = Set.of("to", "dtype", "output_dtype", "output_datatype", "precision");

    /** Reads the graph within an attribute. */
    interface Graphs {
        void read(int depth) throws IOException;
    }

    private final ProtobufReader in;
    private final OnnxValues values;
    private final Limits limits;
    private final Graphs graphs;
    private final Set<List<String>> labels = new HashSet<>();

    OnnxAttributes(ProtobufReader in, OnnxValues values, Limits limits, Graphs graphs) {
        this.in = in;
        this.values = values;
        this.limits = limits;
        this.graphs = graphs;
    }

    /** The labels that a classifier of the model lists; empty if there are none, or different ones. */
    List<String> classLabels() {
        return labels.size() == 1 ? labels.iterator().next() : List.of();
    }

    /** What could be class labels, and a number that could be a type which is not let through. */
    private static final class Content {
        private String name = "";
        private final List<String> words = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();
        private OptionalLong foreignType = OptionalLong.empty();

        private void number(long number) {
            if (numbers.size() <= MOST_LABELS) {
                numbers.add(String.valueOf(number));
            }
            if (number != 0 && !OnnxTypes.isLetThrough(number)) {
                foreignType = OptionalLong.of(number);
            }
        }
    }

    /**
     * @param depth of the graph around the node
     * @param siblings the names of the node's attributes so far
     */
    void attribute(int depth, Set<String> siblings) throws IOException {
        limits.count(Limits.Kind.ATTRIBUTES);
        Content content = new Content();
        Once tensors = new Once();
        Once subgraphs = new Once();
        Once types = new Once();
        in.fields((number, wire) -> {
            if (number == 3 || number == 8) {
                return in.integers(wire, content::number);
            }
            switch (wire == BYTES ? number : 0) {
                case 1 -> content.name = values.name();
                case 9 -> word(content.words);
                case 5 -> {
                    tensors.demand("tensor of an attribute");
                    in.message(values::tensor);
                }
                case 10 -> in.message(values::tensor);
                case 6 -> {
                    subgraphs.demand("graph of an attribute");
                    in.message(() -> graphs.read(depth + 1));
                }
                case 11 -> in.message(() -> graphs.read(depth + 1));
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
        if (!siblings.add(content.name)) {
            throw new Forbidden("two attributes of the name " + OneLine.quoted(content.name) + " at one node");
        }
        if (TYPES.contains(content.name) && content.foreignType.isPresent()) {
            OnnxTypes.of(content.foreignType.getAsLong());
        }
        if (content.name.startsWith("classlabels_") && labels.size() < 2) {
            List<String> found = content.words.isEmpty() ? content.numbers : content.words;
            if (found.size() > 1 && found.size() <= MOST_LABELS) {
                labels.add(List.copyOf(found));
            }
        }
    }

    /** A text that could be a class label; beyond those that could be it is read and dropped. */
    private void word(List<String> into) throws IOException {
        limits.count(Limits.Kind.TEXTS);
        String text = in.text(LONGEST_LABEL);
        if (into.size() <= MOST_LABELS) {
            into.add(text == null ? "" : text);
        }
    }
}
