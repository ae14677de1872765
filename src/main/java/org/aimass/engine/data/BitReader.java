package org.aimass.engine.data;

import org.aimass.engine.BrokenFile;

/** Reads bits, the highest of each byte first. */
final class BitReader {

    private static final int WIDEST = 32;

    private final byte[] bytes;
    /** In bits. */
    private long at;

    private final long end;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
        end = (long) bytes.length * Byte.SIZE;
    }

    /** Where the next byte begins. */
    int place() {
        return (int) ((at + Byte.SIZE - 1) / Byte.SIZE);
    }

    boolean atEnd() {
        return at >= end;
    }

    /** Goes on at the next byte. */
    void align() {
        at = (long) place() * Byte.SIZE;
    }

    void skipBytes(int count) throws BrokenFile {
        demand((long) count * Byte.SIZE);
        at += (long) count * Byte.SIZE;
    }

    private void demand(long bits) throws BrokenFile {
        if (at + bits > end) {
            throw new BrokenFile("a FLAC file that ends in the middle", "all of it");
        }
    }

    /** @param count from 0 to 32 */
    long bits(int count) throws BrokenFile {
        demand(count);
        if (count > WIDEST) {
            throw new IllegalArgumentException("at most " + WIDEST + " bits at once");
        }
        long value = 0;
        int left = count;
        while (left > 0) {
            int inByte = (int) (at & 7);
            int taken = Math.min(left, Byte.SIZE - inByte);
            int octet = bytes[(int) (at >>> 3)] & 0xFF;
            value = (value << taken) | ((octet >>> (Byte.SIZE - inByte - taken)) & ((1 << taken) - 1));
            at += taken;
            left -= taken;
        }
        return value;
    }

    /** In two's complement. */
    long signed(int count) throws BrokenFile {
        int unused = Long.SIZE - count;
        return count == 0 ? 0 : (bits(count) << unused) >> unused;
    }

    /** How many 0 bits stand before the next 1. */
    int zeros() throws BrokenFile {
        int zeros = 0;
        while (true) {
            demand(1);
            int inByte = (int) (at & 7);
            int rest = (bytes[(int) (at >>> 3)] << inByte) & 0xFF;
            if (rest == 0) {
                zeros += Byte.SIZE - inByte;
                at += Byte.SIZE - inByte;
                continue;
            }
            int more = Integer.numberOfLeadingZeros(rest) - 24;
            at += more + 1;
            return zeros + more;
        }
    }
}
