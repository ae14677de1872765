package org.aimass.engine.inference;

import java.util.Locale;

/** The element types of tensors that are let through, by their number in {@code TensorProto.DataType}. */
enum OnnxTypes {
    FLOAT(1, 4),
    UINT8(2, 1),
    INT8(3, 1),
    UINT16(4, 2),
    INT16(5, 2),
    INT32(6, 4),
    INT64(7, 8),
    STRING(8, 0),
    BOOL(9, 1),
    FLOAT16(10, 2),
    DOUBLE(11, 8),
    UINT32(12, 4),
    UINT64(13, 8),
    BFLOAT16(16, 2);

    private final int number;
    private final int bytes;

    OnnxTypes(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** Bytes of one element; 0 for strings. */
    int bytes() {
        return bytes;
    }

    /**
     * @throws OnnxWalk.Forbidden if that type is not let through
     */
    static OnnxTypes of(long number) throws OnnxWalk.Forbidden {
        for (OnnxTypes type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new OnnxWalk.Forbidden("element type number " + number + "; whole-byte types are let through only");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
