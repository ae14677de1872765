package org.aimass.engine.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers the different values of a column from 0 in the order of their first appearance. */
public final class Dictionary {

    /** What {@link #code} answers for a new value when the dictionary is full. */
    public static final int FULL = -1;

    private static final int MOST_BYTES = 1 << 30;
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int limit;
    private final int byteLimit;
    private byte[] bytes = new byte[1024];
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] table = new int[64];
    private int size;

    /**
     * @param limit how many different values it takes, at least 1
     */
    public Dictionary(int limit) {
        this(limit, MOST_BYTES);
    }

    /**
     * @param limit how many different values it takes, at least 1
     * @param byteLimit how many bytes their text may take together, at most 2^30
     */
    public Dictionary(int limit, int byteLimit) {
        this.limit = limit;
        this.byteLimit = byteLimit;
    }

    /** The number of a value, given in UTF-8; {@link #FULL} if it is new and there is no more room. */
    public int code(byte[] source, int from, int length) {
        int hash = hash(source, from, length);
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            int code = table[slot] - 1;
            if (hashes[code] == hash && holds(code, source, from, length)) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        long end = (long) start(size) + length;
        if (size == limit || end > byteLimit) {
            return FULL;
        }
        add(source, from, length, hash, (int) end);
        table[slot] = size;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of a value that was given before, in UTF-8; {@link #FULL} if it never was. */
    int find(byte[] source, int from, int length) {
        int hash = hash(source, from, length);
        int mask = table.length - 1;
        for (int slot = hash & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int code = table[slot] - 1;
            if (hashes[code] == hash && holds(code, source, from, length)) {
                return code;
            }
        }
        return FULL;
    }

    public int code(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return code(utf8, 0, utf8.length);
    }

    public int size() {
        return size;
    }

    public String value(int code) {
        return new String(bytes, start(code), ends[code] - start(code), StandardCharsets.UTF_8);
    }

    /** The values by their number. */
    public List<String> values() {
        List<String> values = new ArrayList<>(size);
        for (int code = 0; code < size; code++) {
            values.add(value(code));
        }
        return values;
    }

    /** The same 64 bits that {@link RowBatch#hash} gives for that value. */
    public long hash64(int code) {
        return hash64(bytes, start(code), ends[code] - start(code));
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    /** Whether a value is the one of that number; what its hash cannot tell. */
    boolean holds(int code, byte[] source, int from, int length) {
        int start = start(code);
        if (ends[code] - start != length) {
            return false;
        }
        if (length >= Long.BYTES) {
            return sameEight(start, source, from, length);
        }
        return length >= Integer.BYTES ? sameFour(start, source, from, length) : sameFew(start, source, from, length);
    }

    private boolean sameFew(int start, byte[] source, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != source[from + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean sameFour(int start, byte[] source, int from, int length) {
        int last = length - Integer.BYTES;
        return (int) FOUR.get(bytes, start) == (int) FOUR.get(source, from)
                && (int) FOUR.get(bytes, start + last) == (int) FOUR.get(source, from + last);
    }

    /** The last eight may overlap those before. */
    private boolean sameEight(int start, byte[] source, int from, int length) {
        int last = length - Long.BYTES;
        for (int i = 0; i < last; i += Long.BYTES) {
            if ((long) EIGHT.get(bytes, start + i) != (long) EIGHT.get(source, from + i)) {
                return false;
            }
        }
        return (long) EIGHT.get(bytes, start + last) == (long) EIGHT.get(source, from + last);
    }

    private void add(byte[] source, int from, int length, int hash, int end) {
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(byteLimit, Math.max(end, 2L * bytes.length)));
        }
        System.arraycopy(source, from, bytes, start(size), length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        ends[size] = end;
        hashes[size] = hash;
        size++;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = code + 1;
        }
    }

    static long hash64(byte[] source, int from, int length) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ source[i]) * 0x100000001B3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xFF51AFD7ED558CCDL;
        hash ^= hash >>> 33;
        hash *= 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    /** Eight bytes at a time: short values, which most are, cost one step or two. */
    private static int hash(byte[] source, int from, int length) {
        long hash = length;
        int at = from;
        int end = from + length;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = step(hash, (long) EIGHT.get(source, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << Byte.SIZE) | (source[at] & 0xff);
        }
        hash = step(hash, rest);
        return (int) (hash ^ (hash >>> 32));
    }

    private static long step(long hash, long eight) {
        long mixed = (hash ^ eight) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
