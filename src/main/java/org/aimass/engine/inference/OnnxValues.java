package org.aimass.engine.inference;

import static org.aimass.engine.inference.ProtobufReader.BYTES;
import static org.aimass.engine.inference.ProtobufReader.FIXED32;
import static org.aimass.engine.inference.ProtobufReader.FIXED64;
import static org.aimass.engine.inference.ProtobufReader.VARINT;

import java.io.IOException;
import org.aimass.engine.inference.OnnxWalk.Forbidden;

/** Reads the values, types and tensors of an ONNX file, and stops at what is not let through. */
final class OnnxValues {

    private static final int MOST_TYPES = 8;
    private static final int MOST_DIMENSIONS = 64;
    private static final double MOST_ELEMENTS = 1L << 40;
    private static final int LONGEST_NAME = 1 << 12;

    private final ProtobufReader in;
    private final Limits limits;

    OnnxValues(ProtobufReader in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** A name of any kind. */
    String name() throws IOException {
        limits.count(Limits.Kind.TEXTS);
        String text = in.text(LONGEST_NAME);
        if (text == null) {
            throw new Forbidden("a name longer than " + LONGEST_NAME + " bytes");
        }
        return text;
    }

    /** An input, output or inner value; answers its name. */
    String value() throws IOException {
        limits.count(Limits.Kind.VALUES);
        String[] name = {""};
        Once types = new Once();
        in.fields((number, wire) -> {
            if (number == 1 && wire == BYTES) {
                name[0] = name();
            } else if (number == 2 && wire == BYTES) {
                types.demand("type of a value");
                in.message(() -> type(1));
            } else {
                return false;
            }
            return true;
        });
        return name[0];
    }

    void type(int depth) throws IOException {
        if (depth > MOST_TYPES) {
            throw new Forbidden("types nested more than " + MOST_TYPES + " deep");
        }
        Once kinds = new Once();
        in.fields((number, wire) -> {
            if (wire != BYTES || number > 9 || number == 2 || number == 3 || number == 6) {
                return false;
            }
            kinds.demand("kind of a type");
            switch (number) {
                case 1 -> in.message(() -> typeFields(depth, true));
                case 4, 5, 9 -> in.message(() -> typeFields(depth, false));
                default -> throw new Forbidden("opaque and sparse types");
            }
            return true;
        });
    }

    /** A tensor's element type (field 1), or the types that a sequence (1), map (1 a key, 2) or optional (1) is made of. */
    private void typeFields(int depth, boolean tensor) throws IOException {
        Once inner = new Once();
        in.fields((number, wire) -> {
            if (number == 1 && wire == VARINT) {
                long type = in.varint();
                if (type != 0) {
                    OnnxTypes.of(type);
                }
                return true;
            }
            if (wire != BYTES || number > 2 || (tensor && number == 1)) {
                return false;
            }
            if (tensor) {
                in.message(this::shape);
                return true;
            }
            inner.demand("inner type");
            in.message(() -> type(depth + 1));
            return true;
        });
    }

    private void shape() throws IOException {
        int[] dimensions = {0};
        double[] elements = {1};
        in.fields((number, wire) -> {
            if (number != 1 || wire != BYTES) {
                return false;
            }
            in.message(() -> elements[0] *= Math.max(1, dimension()));
            if (++dimensions[0] > MOST_DIMENSIONS || elements[0] > MOST_ELEMENTS) {
                throw new Forbidden("a value with impossible dimensions");
            }
            return true;
        });
    }

    /** A size; -1, as some exporters write it, or none where it is free. */
    private long dimension() throws IOException {
        long[] size = {-1};
        in.fields((number, wire) -> {
            if (number != 1 || wire != VARINT) {
                return false;
            }
            size[0] = in.varint();
            return true;
        });
        if (size[0] < -1) {
            throw new Forbidden("a value with impossible dimensions");
        }
        return size[0];
    }

    /** A tensor; answers its name. */
    String tensor() throws IOException {
        limits.count(Limits.Kind.TENSORS);
        TensorSize size = new TensorSize();
        String[] name = {""};
        in.fields((number, wire) -> {
            switch (number) {
                case 1 -> {
                    return in.integers(wire, size::dimension);
                }
                case 3 -> throw new Forbidden("a tensor in segments");
                case 4, 5, 6, 7, 9, 10, 11 -> {
                    return data(number, wire, size);
                }
                case 13 -> throw new Forbidden("tensor data outside the file (external data)");
                default -> {
                    // handled below
                }
            }
            if (number == 2 && wire == VARINT) {
                size.type(in.varint());
            } else if (number == 8 && wire == BYTES) {
                name[0] = name();
            } else if (number == 14 && (wire != VARINT || in.varint() != 0)) {
                throw new Forbidden("tensor data outside the file (external data)");
            } else {
                return number == 14;
            }
            return true;
        });
        size.demandAllPresent(name[0]);
        return name[0];
    }

    private boolean data(int number, int wire, TensorSize size) throws IOException {
        if (wire == BYTES) {
            switch (number) {
                case 9 -> size.raw(in.skipBytes());
                case 6 -> {
                    limits.count(Limits.Kind.TEXTS);
                    in.skipBytes();
                    size.elements(6, 1);
                }
                case 4 -> size.elements(4, whole(in.skipBytes(), 4));
                case 10 -> size.elements(10, whole(in.skipBytes(), 8));
                default -> size.elements(number, in.countIntegers());
            }
            return true;
        }
        int single = number == 4 ? FIXED32 : number == 10 ? FIXED64 : VARINT;
        if (wire == single && number != 6 && number != 9) {
            size.elements(number, 1);
        }
        return false;
    }

    private static int whole(int bytes, int each) throws Forbidden {
        if (bytes % each != 0) {
            throw new Forbidden("a tensor whose last element is cut off");
        }
        return bytes / each;
    }
}
