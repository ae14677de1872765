package org.aimass.engine.inference;

import java.util.Locale;

/** The element types of tensors that are let through, by their number in {@code TensorProto.DataType}. */
enum OnnxTypes {
    FLOAT(1, 4, 4),
    UINT8(2, 1, 5),
    INT8(3, 1, 5),
    UINT16(4, 2, 5),
    INT16(5, 2, 5),
    INT32(6, 4, 5),
    INT64(7, 8, 7),
    STRING(8, 0, 6),
    BOOL(9, 1, 5),
    FLOAT16(10, 2, 5),
    DOUBLE(11, 8, 10),
    UINT32(12, 4, 11),
    UINT64(13, 8, 11),
    BFLOAT16(16, 2, 5);

    private final int number;
    private final int bytes;
    private final int field;

    OnnxTypes(int number, int bytes, int field) {
        this.number = number;
        this.bytes = bytes;
        this.field = field;
    }

    /** Bytes of one element; 0 for strings. */
    int bytes() {
        return bytes;
    }

    /** The field of {@code TensorProto} that lists such elements where they are not raw bytes. */
    int field() {
        return field;
    }

    static boolean isLetThrough(long number) {
        for (OnnxTypes type : values()) {
            if (type.number == number) {
                return true;
            }
        }
        return false;
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
