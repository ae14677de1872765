package org.aimass.engine.data;

/** The two checksums of a FLAC frame (RFC 9639, sections 9.1.8 and 9.3). */
final class Crc {

    private static final int[] BY_8 = table(8, 0x07);
    private static final int[] BY_16 = table(16, 0x8005);

    private Crc() {}

    private static int[] table(int width, int polynomial) {
        int[] table = new int[256];
        for (int octet = 0; octet < table.length; octet++) {
            int rest = octet << (width - Byte.SIZE);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                rest = (rest << 1) ^ (((rest >> (width - 1)) & 1) == 1 ? polynomial : 0);
            }
            table[octet] = rest & ((1 << width) - 1);
        }
        return table;
    }

    /** Of the bytes from {@code from} up to, but without, {@code to}. */
    static int of8(byte[] bytes, int from, int to) {
        int rest = 0;
        for (int at = from; at < to; at++) {
            rest = BY_8[rest ^ (bytes[at] & 0xFF)];
        }
        return rest;
    }

    static int of16(byte[] bytes, int from, int to) {
        int rest = 0;
        for (int at = from; at < to; at++) {
            rest = ((rest << 8) & 0xFFFF) ^ BY_16[(rest >> 8) ^ (bytes[at] & 0xFF)];
        }
        return rest;
    }
}
