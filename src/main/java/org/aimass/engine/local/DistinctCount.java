package org.aimass.engine.local;

/**
 * Estimates how many different values there were, within about 2 percent, in 4 KiB: HyperLogLog (Flajolet, Fusy, Gandouet,
 * Meunier 2007) with 2^12 registers and their small-range correction.
 */
final class DistinctCount {

    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];

    void add(long hash) {
        int register = (int) (hash >>> (Long.SIZE - BITS));
        int rank = Long.numberOfLeadingZeros((hash << BITS) | (1L << (BITS - 1))) + 1;
        if (rank > registers[register]) {
            registers[register] = (byte) rank;
        }
    }

    long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte register : registers) {
            sum += Math.scalb(1.0, -register);
            empty += register == 0 ? 1 : 0;
        }
        double raw = ALPHA * REGISTERS * REGISTERS / sum;
        boolean small = raw <= 2.5 * REGISTERS && empty > 0;
        return Math.round(small ? REGISTERS * Math.log((double) REGISTERS / empty) : raw);
    }
}
