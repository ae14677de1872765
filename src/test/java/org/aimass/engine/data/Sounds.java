package org.aimass.engine.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Writes WAV files, and FLAC files in every way that frames can be written. */
public final class Sounds {

    private Sounds() {}

    /** A WAV file of whole numbers on one channel, 16 bits each. */
    public static byte[] wav(int rate, int... samples) {
        ByteBuffer data = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : samples) {
            data.putShort((short) sample);
        }
        return wav(1, 1, rate, 16, data.array());
    }

    /**
     * A sample of t / 8 for the sign at place t.
     *
     * @param signs all that there are
     */
    public static int[] spelled(String said, String signs) {
        return said.chars().map(sign -> 4_096 * signs.indexOf(sign)).toArray();
    }

    /**
     * Swings between two samples.
     *
     * @param half how many samples each of them lasts
     */
    public static int[] square(int samples, int half, int high, int low) {
        return IntStream.range(0, samples)
                .map(i -> i / half % 2 == 0 ? high : low)
                .toArray();
    }

    /** A voice of a kind at 16 kHz: a tone with its octave, and a little noise. */
    public static int[] tone(int samples, double hertz) {
        return IntStream.range(0, samples)
                .map(i -> {
                    double turn = 2 * Math.PI * hertz * i / 16_000;
                    return (int)
                            Math.round(8_000 * Math.sin(turn) + 3_000 * Math.sin(2 * turn) + 40 * Math.sin(31.7 * i));
                })
                .toArray();
    }

    /** @param code 1 for whole numbers, 3 for floating-point ones, above it an extensible format with what is left as its code */
    static byte[] wav(int code, int channels, int rate, int bits, byte[] data) {
        boolean extensible = code > 0xFF;
        int format = extensible ? 40 : 16;
        ByteBuffer file = ByteBuffer.allocate(20 + format + 8 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + format + 8 + data.length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(format);
        file.putShort((short) (extensible ? 0xFFFE : code))
                .putShort((short) channels)
                .putInt(rate);
        file.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        if (extensible) {
            file.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) (code & 0xFF));
            file.put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        }
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return file.array();
    }

    /** Bits, the highest of each byte first. */
    static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int open;
        private int filled;

        Bits put(long value, int count) {
            for (int bit = count - 1; bit >= 0; bit--) {
                open = (open << 1) | (int) ((value >> bit) & 1);
                if (++filled == 8) {
                    bytes.write(open);
                    open = 0;
                    filled = 0;
                }
            }
            return this;
        }

        Bits unary(int zeros) {
            for (int i = 0; i < zeros; i++) {
                put(0, 1);
            }
            return put(1, 1);
        }

        Bits rice(long value, int parameter) {
            long folded = (value << 1) ^ (value >> 63);
            return unary((int) (folded >> parameter)).put(folded, parameter);
        }

        Bits align() {
            while (filled > 0) {
                put(0, 1);
            }
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    /** The start of a stream: mark and description, without a digest. */
    static Bits stream(int rate, int channels, int bits, long frames) {
        Bits stream = new Bits();
        for (byte octet : "fLaC".getBytes(StandardCharsets.US_ASCII)) {
            stream.put(octet, 8);
        }
        return stream.put(1, 1)
                .put(0, 7)
                .put(34, 24)
                .put(16, 16)
                .put(16, 16)
                .put(0, 24)
                .put(0, 24)
                .put(rate, 20)
                .put(channels - 1, 3)
                .put(bits - 1, 5)
                .put(frames, 36)
                .put(0, 64)
                .put(0, 64);
    }

    /** Ends a frame that begins at that byte: its header's checksum is in it already. */
    static void end(Bits stream, int start) {
        stream.align();
        byte[] so = stream.bytes();
        stream.put(Crc.of16(so, start, so.length), 16);
    }

    /**
     * Begins a frame whose length is said in 16 bits.
     *
     * @return where it begins
     */
    static int frame(Bits stream, int block, int assignment) {
        int start = stream.bytes().length;
        stream.put(0x3FFE, 14)
                .put(0, 2)
                .put(7, 4)
                .put(0, 4)
                .put(assignment, 4)
                .put(0, 3)
                .put(0, 1)
                .put(0, 8);
        stream.put(block - 1, 16);
        byte[] so = stream.bytes();
        stream.put(Crc.of8(so, start, so.length), 8);
        return start;
    }

    /** A FLAC file of verbatim samples on one channel, 16 bits each. */
    public static byte[] flac(int rate, int... samples) {
        Bits stream = stream(rate, 1, 16, samples.length);
        int start = frame(stream, samples.length, 0);
        stream.put(0, 1).put(1, 6).put(0, 1);
        for (int sample : samples) {
            stream.put(sample, 16);
        }
        end(stream, start);
        return stream.bytes();
    }
}
