package org.aimass.engine.inference;

import org.aimass.engine.OneLine;
import org.aimass.engine.inference.OnnxWalk.Forbidden;
import org.jspecify.annotations.Nullable;

/** Compares what a tensor claims to hold with what stands in the file. */
final class TensorSize {

    private static final int MOST_DIMENSIONS = 64;

    private int dimensions;
    private long claimed = 1;
    private @Nullable OnnxTypes type;
    private long present;
    private long rawBytes = -1;

    void dimension(long size) throws Forbidden {
        if (size < 0 || ++dimensions > MOST_DIMENSIONS) {
            throw new Forbidden("a tensor with impossible dimensions");
        }
        claimed = size == 0 || claimed <= Long.MAX_VALUE / size ? claimed * size : Long.MAX_VALUE;
    }

    void type(long number) throws Forbidden {
        if (type != null) {
            throw new Forbidden("a tensor with two types");
        }
        type = OnnxTypes.of(number);
    }

    /** The tensor brings up to so many elements, one by one. */
    void elements(long count) {
        present += count;
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
        boolean whole = rawBytes >= 0
                ? elements.bytes() > 0 && rawBytes % elements.bytes() == 0 && rawBytes / elements.bytes() == claimed
                : claimed <= present;
        if (!whole) {
            String size = claimed == Long.MAX_VALUE ? "more than 10^18" : String.valueOf(claimed);
            throw new Forbidden("the tensor " + OneLine.quoted(name) + " claims " + size + " elements of type "
                    + elements + ", which the file does not hold");
        }
    }
}
