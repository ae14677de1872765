package org.aimass.engine.inference;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads protobuf fields one after the other without building messages, so that a file of 2 GB takes no memory. */
final class ProtobufReader {

    /** How a field's value is written: with its length before it (a message, text, bytes, packed numbers). */
    static final int BYTES = WireFormat.WIRETYPE_LENGTH_DELIMITED;

    static final int VARINT = WireFormat.WIRETYPE_VARINT;
    static final int FIXED32 = WireFormat.WIRETYPE_FIXED32;
    static final int FIXED64 = WireFormat.WIRETYPE_FIXED64;

    /** Takes the fields of one message. */
    interface Fields {
        /**
         * Reads the field's value if it knows the field and the value is written in the expected way. A known field in an
         * unexpected way is passed over, as protobuf does.
         *
         * @return whether it did
         */
        boolean read(int number, int wire) throws IOException;
    }

    /** Reads one message's content. */
    interface Message {
        void read() throws IOException;
    }

    /** Takes integers. */
    interface Integers {
        void take(long number) throws IOException;
    }

    private final CodedInputStream in;

    ProtobufReader(InputStream bytes) {
        in = CodedInputStream.newInstance(bytes, 1 << 16);
        in.setSizeLimit(Integer.MAX_VALUE);
    }

    /** Reads fields up to the end of the present message, or of the file. */
    void fields(Fields fields) throws IOException {
        while (true) {
            int tag = in.readTag();
            if (tag == 0) {
                return;
            }
            int wire = WireFormat.getTagWireType(tag);
            if (wire == WireFormat.WIRETYPE_START_GROUP || wire == WireFormat.WIRETYPE_END_GROUP) {
                throw new InvalidProtocolBufferException("a group, which ONNX does not have");
            }
            if (!fields.read(WireFormat.getTagFieldNumber(tag), wire)) {
                skip(tag, wire);
            }
        }
    }

    private void skip(int tag, int wire) throws IOException {
        if (wire == BYTES) {
            in.skipRawBytes(length());
        } else {
            in.skipField(tag);
        }
    }

    /** Reads a length that the present message, or the largest file, has room for; protobuf's own sum of the two overflows. */
    private int length() throws IOException {
        int length = in.readRawVarint32();
        int limit = in.getBytesUntilLimit();
        int room = limit < 0 ? Integer.MAX_VALUE - in.getTotalBytesRead() : limit;
        if (length < 0 || length > room) {
            throw new InvalidProtocolBufferException("a field longer than what holds it");
        }
        return length;
    }

    /** Reads a message within the present one. */
    void message(Message message) throws IOException {
        int outer = in.pushLimit(length());
        message.read();
        if (in.getBytesUntilLimit() != 0) {
            throw new InvalidProtocolBufferException("a message that does not fill its length");
        }
        in.popLimit(outer);
    }

    /** Reads a repeated integer, packed or not; answers whether the value is written in one of these ways. */
    boolean integers(int wire, Integers integers) throws IOException {
        if (wire == VARINT) {
            integers.take(in.readInt64());
        } else if (wire == BYTES) {
            message(() -> {
                while (in.getBytesUntilLimit() > 0) {
                    integers.take(in.readInt64());
                }
            });
        }
        return wire == VARINT || wire == BYTES;
    }

    long varint() throws IOException {
        return in.readInt64();
    }

    /** Reads a text; if it is longer than so many bytes it is passed over and the answer is null. */
    @Nullable
    String text(int most) throws IOException {
        int length = length();
        if (length > most) {
            in.skipRawBytes(length);
            return null;
        }
        return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
    }

    /** Counts packed integers without keeping them. */
    long countIntegers() throws IOException {
        long[] count = {0};
        message(() -> {
            while (in.getBytesUntilLimit() > 0) {
                if (in.readRawByte() >= 0) {
                    count[0]++;
                }
            }
        });
        return count[0];
    }

    /** Passes over bytes; answers how many. */
    int skipBytes() throws IOException {
        int length = length();
        in.skipRawBytes(length);
        return length;
    }
}
