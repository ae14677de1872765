package org.aimass.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages good bytes, the same way for the same seed. */
final class Damage {

    private static final byte[] EDGES = {0, 1, -1, 127, -128, '"', ',', '\n', '\r', '{', '[', '9', 'e', '-', (byte) 0xC3
    };

    private final Random random;
    private final List<byte[]> good;

    Damage(long seed, List<byte[]> good) {
        random = new Random(seed);
        this.good = good;
    }

    byte[] next() {
        byte[] bytes = good.get(random.nextInt(good.size())).clone();
        for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            bytes = bytes.length == 0 ? new byte[] {EDGES[random.nextInt(EDGES.length)]} : wound(bytes);
        }
        return bytes;
    }

    private byte[] wound(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(40, bytes.length - at));
        return switch (random.nextInt(7)) {
            case 0 -> set(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> set(bytes, at, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 5 -> {
                byte[] other = good.get(random.nextInt(good.size()));
                yield joined(
                        Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, Math.min(at, other.length), other.length));
            }
            default -> set(bytes, at, (byte) random.nextInt(256));
        };
    }

    private static byte[] set(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    private static byte[] joined(byte[] start, byte[] end) {
        byte[] whole = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, whole, start.length, end.length);
        return whole;
    }
}
