package org.aimass.engine.data;

import java.security.MessageDigest;
import org.aimass.engine.BrokenFile;

/** One frame of a FLAC stream after the other (RFC 9639, section 9). */
final class FlacFrame {

    private static final int SYNC = 0x3FFE;
    private static final int LEFT_SIDE = 8;
    private static final int SIDE_RIGHT = 9;
    private static final int MIDDLE_SIDE = 10;
    private static final int LONGEST_BLOCK = 1 << 16;
    private static final int[] BITS = {0, 8, 12, 0, 16, 20, 24, 32};

    private final byte[] file;
    private final BitReader in;
    private final int channels;
    private final int bits;
    private final FlacSubframe subframe;
    private long[][] samples;

    FlacFrame(byte[] file, BitReader in, int channels, int bits) {
        this.file = file;
        this.in = in;
        this.channels = channels;
        this.bits = bits;
        subframe = new FlacSubframe(in);
        samples = new long[channels][0];
    }

    /** Decodes the next frame; answers how many samples each channel has. */
    int decode() throws BrokenFile {
        int start = in.place();
        if (in.bits(14) != SYNC || in.bits(1) != 0) {
            throw FlacFile.damaged("frame");
        }
        in.bits(1); // whether blocks are of one size, which does not matter here
        int sizeCode = (int) in.bits(4);
        int rateCode = (int) in.bits(4);
        int assignment = (int) in.bits(4);
        int bitsCode = (int) in.bits(3);
        if (in.bits(1) != 0 || assignment > MIDDLE_SIDE || (bitsCode != 0 && BITS[bitsCode] != bits)) {
            throw FlacFile.damaged("frame");
        }
        number();
        int block = block(sizeCode);
        if (rateCode == 12) {
            in.bits(8);
        } else if (rateCode == 13 || rateCode == 14) {
            in.bits(16);
        } else if (rateCode == 15) {
            throw FlacFile.damaged("frame");
        }
        if (in.bits(8) != Crc.of8(file, start, in.place() - 1)) {
            throw FlacFile.damaged("frame");
        }
        channels(assignment, block);
        in.align();
        int end = in.place();
        if (in.bits(16) != Crc.of16(file, start, end)) {
            throw FlacFile.damaged("frame");
        }
        return block;
    }

    /** The frame's number, as UTF-8 would write it: it is not needed. */
    private void number() throws BrokenFile {
        int first = (int) in.bits(8);
        int more = Integer.numberOfLeadingZeros(~first << 24) - 1;
        if (first < 0x80) {
            return;
        }
        if (more < 1 || more > 6) {
            throw FlacFile.damaged("frame");
        }
        for (int i = 0; i < more; i++) {
            if (in.bits(8) >> 6 != 2) {
                throw FlacFile.damaged("frame");
            }
        }
    }

    private int block(int code) throws BrokenFile {
        return switch (code) {
            case 0 -> throw FlacFile.damaged("frame");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << (code - 2);
            case 6 -> (int) in.bits(8) + 1;
            case 7 -> (int) in.bits(16) + 1;
            default -> 256 << (code - 8);
        };
    }

    private void channels(int assignment, int block) throws BrokenFile {
        boolean joint = assignment >= LEFT_SIDE;
        if ((joint ? 2 : assignment + 1) != channels || block > LONGEST_BLOCK) {
            throw FlacFile.damaged("frame");
        }
        if (samples[0].length < block) {
            samples = new long[channels][block];
        }
        for (int channel = 0; channel < channels; channel++) {
            boolean side = assignment == SIDE_RIGHT ? channel == 0 : joint && channel == 1;
            subframe.decode(samples[channel], block, side ? bits + 1 : bits);
        }
        for (int i = 0; joint && i < block; i++) {
            long first = samples[0][i];
            long second = samples[1][i];
            switch (assignment) {
                case LEFT_SIDE -> samples[1][i] = first - second;
                case SIDE_RIGHT -> samples[0][i] = first + second;
                default -> {
                    long middle = first * 2 + (second & 1);
                    samples[0][i] = (middle + second) >> 1;
                    samples[1][i] = (middle - second) >> 1;
                }
            }
        }
    }

    long sample(int channel, int at) {
        return samples[channel][at];
    }

    /** Adds the samples to what the file's digest is made of: whole bytes, the lowest first, channel by channel. */
    void digest(MessageDigest md5, int block) {
        int width = (bits + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bytes = new byte[width * channels * block];
        int at = 0;
        for (int i = 0; i < block; i++) {
            for (int channel = 0; channel < channels; channel++) {
                long sample = samples[channel][i];
                for (int octet = 0; octet < width; octet++) {
                    bytes[at++] = (byte) (sample >> (Byte.SIZE * octet));
                }
            }
        }
        md5.update(bytes);
    }
}
