package org.aimass.engine.inference;

import org.aimass.engine.OneLine;
import org.aimass.engine.inference.OnnxWalk.Forbidden;
import org.jspecify.annotations.Nullable;

/** Compares what a tensor claims to hold with what stands in the file. */
final class TensorSize {

    private static final int MOST_DIMENSIONS = 64;
    private static final int MOST_FIELDS = 12;

    private int dimensions;
    private boolean empty;
    private long claimed = 1;
    private @Nullable OnnxTypes type;
    private final long[] present = new long[MOST_FIELDS];
    private long rawBytes = -1;

    void dimension(long size) throws Forbidden {
        if (size < 0 || ++dimensions > MOST_DIMENSIONS) {
            throw new Forbidden("a tensor with impossible dimensions");
        }
        empty |= size == 0;
        claimed = size == 0 || claimed <= Long.MAX_VALUE / size ? claimed * Math.max(1, size) : Long.MAX_VALUE;
    }

    void type(long number) throws Forbidden {
        if (type != null) {
            throw new Forbidden("a tensor with two types");
        }
        type = OnnxTypes.of(number);
    }

    /** The tensor brings so many elements in that field of its own. */
    void elements(int field, long count) {
        present[field] += count;
    }

    void raw(int bytes) throws Forbidden {
        if (rawBytes >= 0) {
            throw new Forbidden("a tensor with its data twice");
        }
        rawBytes = bytes;
    }

    void demandAllPresent(String name) throws Forbidden {
        OnnxTypes elements = type;
        if (elements == null) {
            throw new Forbidden("a tensor without a type");
        }
        if (claimed == Long.MAX_VALUE || !isWhole(elements)) {
            String size = claimed == Long.MAX_VALUE ? "more than 10^18" : String.valueOf(empty ? 0 : claimed);
            throw new Forbidden("the tensor " + OneLine.quoted(name) + " claims " + size + " elements of type "
                    + elements + ", which the file does not hold");
        }
    }

    /** Whether all elements stand in one field, that of their type, or all of them in raw bytes. */
    private boolean isWhole(OnnxTypes elements) {
        long expected = empty ? 0 : claimed;
        long listed = 0;
        for (long count : present) {
            listed += count;
        }
        return rawBytes < 0
                ? listed == expected && present[elements.field()] == expected
                : listed == 0
                        && elements.bytes() > 0
                        && rawBytes % elements.bytes() == 0
                        && rawBytes / elements.bytes() == expected;
    }
}
