package org.aimass.engine.data;

import java.util.Arrays;
import org.aimass.engine.BrokenFile;

/** The samples of one channel in a frame of a FLAC stream (RFC 9639, sections 9.2). */
final class FlacSubframe {

    private static final int CONSTANT = 0;
    private static final int VERBATIM = 1;
    private static final int FIXED = 8;
    private static final int LINEAR = 32;
    private static final int HIGHEST_FIXED = 4;
    /** What a sample of 25 bits can come to while it is predicted; more is damage. */
    private static final long LARGEST = 1L << 32;

    private static final int[][] FIXED_COEFFICIENTS = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final BitReader in;

    FlacSubframe(BitReader in) {
        this.in = in;
    }

    void decode(long[] samples, int block, int bits) throws BrokenFile {
        if (in.bits(1) != 0) {
            throw FlacFile.damaged("frame");
        }
        int type = (int) in.bits(6);
        int wasted = in.bits(1) == 1 ? in.zeros() + 1 : 0;
        int width = bits - wasted;
        if (width < 1) {
            throw FlacFile.damaged("frame");
        }
        if (type == CONSTANT) {
            Arrays.fill(samples, 0, block, in.signed(width));
        } else if (type == VERBATIM) {
            warmUp(samples, block, width);
        } else if (type >= FIXED && type <= FIXED + HIGHEST_FIXED) {
            fixed(samples, block, width, type - FIXED);
        } else if (type >= LINEAR) {
            linear(samples, block, width, type - LINEAR + 1);
        } else {
            throw FlacFile.damaged("frame");
        }
        for (int i = 0; wasted > 0 && i < block; i++) {
            samples[i] <<= wasted;
        }
    }

    private void warmUp(long[] samples, int count, int width) throws BrokenFile {
        for (int i = 0; i < count; i++) {
            samples[i] = in.signed(width);
        }
    }

    private void fixed(long[] samples, int block, int width, int order) throws BrokenFile {
        demandOrder(order, block);
        warmUp(samples, order, width);
        residual(samples, block, order);
        predict(samples, block, FIXED_COEFFICIENTS[order], 0);
    }

    private void linear(long[] samples, int block, int width, int order) throws BrokenFile {
        demandOrder(order, block);
        warmUp(samples, order, width);
        int precision = (int) in.bits(4) + 1;
        int shift = (int) in.signed(5);
        if (precision == 16 || shift < 0) {
            throw FlacFile.damaged("frame");
        }
        int[] coefficients = new int[order];
        for (int i = 0; i < order; i++) {
            coefficients[i] = (int) in.signed(precision);
        }
        residual(samples, block, order);
        predict(samples, block, coefficients, shift);
    }

    private static void demandOrder(int order, int block) throws BrokenFile {
        if (order > block) {
            throw FlacFile.damaged("frame");
        }
    }

    /** Reads what predictions miss, into the places of the samples. */
    private void residual(long[] samples, int block, int order) throws BrokenFile {
        int method = (int) in.bits(2);
        int parameterBits = 4 + method;
        int partitions = 1 << in.bits(4);
        if (method > 1 || block % partitions != 0 || block / partitions < order) {
            throw FlacFile.damaged("frame");
        }
        int at = order;
        for (int partition = 1; partition <= partitions; partition++) {
            int end = block / partitions * partition;
            int parameter = (int) in.bits(parameterBits);
            boolean escaped = parameter == (1 << parameterBits) - 1;
            int width = escaped ? (int) in.bits(5) : 0;
            for (; at < end; at++) {
                samples[at] = escaped ? in.signed(width) : rice(parameter);
            }
        }
    }

    private long rice(int parameter) throws BrokenFile {
        long value = ((long) in.zeros() << parameter) | in.bits(parameter);
        return (value >>> 1) ^ -(value & 1);
    }

    /** From what predictions miss to the samples. */
    private static void predict(long[] samples, int block, int[] coefficients, int shift) throws BrokenFile {
        for (int i = coefficients.length; i < block; i++) {
            long predicted = 0;
            for (int back = 0; back < coefficients.length; back++) {
                predicted += coefficients[back] * samples[i - 1 - back];
            }
            samples[i] += predicted >> shift;
            if (Math.abs(samples[i]) > LARGEST) {
                throw FlacFile.damaged("frame");
            }
        }
    }
}
