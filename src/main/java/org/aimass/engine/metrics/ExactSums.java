package org.aimass.engine.metrics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sums of doubles that do not depend on the order of the addends, nor on how the addends were split before merging: each sum
 * is a fixed-point number of 256 bits or more, 128 of them after the point. An addend's bits below 2^-128 are dropped, always the
 * same ones.
 */
public final class ExactSums {

    private static final int FRACTION_BITS = 128;
    /** Bits that are left for the number of addends, and the sign. */
    private static final int ROOM = 28;

    private static final int NARROW = 4;
    private static final int WIDE = 7;

    private static final BigDecimal UNIT = new BigDecimal(BigInteger.ONE.shiftLeft(FRACTION_BITS));

    private final int width;
    private final double limit;
    private long[] limbs;

    /** As many sums as given, each 0, of addends below 2^100. */
    public ExactSums(int size) {
        this(size, NARROW);
    }

    private ExactSums(int size, int width) {
        this.width = width;
        limit = Math.scalb(1.0, Long.SIZE * width - FRACTION_BITS - ROOM);
        limbs = new long[width * size];
    }

    /** As many sums as given, each 0, of addends below 2^292. */
    static ExactSums wide(int size) {
        return new ExactSums(size, WIDE);
    }

    public int size() {
        return limbs.length / width;
    }

    /** Makes room for more sums, each 0. */
    public void grow(int size) {
        limbs = Arrays.copyOf(limbs, width * size);
    }

    /** Sets a sum back to 0. */
    public void clear(int index) {
        Arrays.fill(limbs, width * index, width * (index + 1), 0);
    }

    /**
     * @param index of the sum
     * @throws IllegalArgumentException if the addend is not a number, or too large
     */
    public void add(int index, double addend) {
        if (!(Math.abs(addend) < limit)) {
            throw new IllegalArgumentException("cannot be summed: " + addend);
        }
        long bits = Double.doubleToRawLongBits(addend);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        long mantissa = (bits & 0xfffffffffffffL) | (exponent == 0 ? 0 : 0x10000000000000L);
        int place = Math.max(exponent, 1) - 1075 + FRACTION_BITS;
        if (place < 0) {
            mantissa = place > -64 ? mantissa >>> -place : 0;
            place = 0;
        }
        int offset = place & 63;
        long low = mantissa << offset;
        long high = offset == 0 ? 0 : mantissa >>> (64 - offset);
        int from = width * index + (place >>> 6);
        int end = width * (index + 1);
        if (bits >= 0) {
            add(from, end, low, high);
        } else {
            subtract(from, end, low, high);
        }
    }

    /** Adds another's sum to one of these. */
    public void merge(int index, ExactSums other, int otherIndex) {
        long carry = 0;
        for (int limb = 0; limb < width; limb++) {
            long addend = other.limbs[width * otherIndex + limb];
            long sum = limbs[width * index + limb] + addend;
            long next = Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
            sum += carry;
            if (Long.compareUnsigned(sum, carry) < 0) {
                next = 1;
            }
            limbs[width * index + limb] = sum;
            carry = next;
        }
    }

    /** The sum itself, nothing rounded. */
    BigDecimal exact(int index) {
        byte[] bytes = new byte[width * Long.BYTES];
        ByteBuffer digits = ByteBuffer.wrap(bytes);
        for (int limb = width - 1; limb >= 0; limb--) {
            digits.putLong(limbs[width * index + limb]);
        }
        return new BigDecimal(new BigInteger(bytes)).divide(UNIT);
    }

    /** The sum, rounded to the nearest double. */
    public double value(int index) {
        long[] magnitude = Arrays.copyOfRange(limbs, width * index, width * (index + 1));
        boolean negative = magnitude[width - 1] < 0;
        if (negative) {
            negate(magnitude);
        }
        int top = width - 1;
        while (top >= 0 && magnitude[top] == 0) {
            top--;
        }
        if (top < 0) {
            return 0;
        }
        int zeros = Long.numberOfLeadingZeros(magnitude[top]);
        long leading = magnitude[top] << zeros;
        boolean rest = false;
        if (top > 0) {
            leading |= zeros == 0 ? 0 : magnitude[top - 1] >>> (64 - zeros);
            rest = magnitude[top - 1] << zeros != 0;
        }
        for (int limb = 0; limb < top - 1; limb++) {
            rest |= magnitude[limb] != 0;
        }
        long rounded = (leading >>> 1) | (leading & 1) | (rest ? 1 : 0);
        double value = Math.scalb((double) rounded, 64 * top - FRACTION_BITS - zeros + 1);
        return negative ? -value : value;
    }

    private void add(int from, int end, long low, long high) {
        limbs[from] += low;
        long carry = Long.compareUnsigned(limbs[from], low) < 0 ? 1 : 0;
        long addend = high;
        for (int limb = from + 1; limb < end && (addend | carry) != 0; limb++) {
            long sum = limbs[limb] + addend;
            long next = Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
            limbs[limb] = sum + carry;
            carry = limbs[limb] == 0 && carry == 1 ? 1 : next;
            addend = 0;
        }
    }

    private void subtract(int from, int end, long low, long high) {
        long before = limbs[from];
        limbs[from] = before - low;
        long borrow = Long.compareUnsigned(before, low) < 0 ? 1 : 0;
        long subtrahend = high;
        for (int limb = from + 1; limb < end && (subtrahend | borrow) != 0; limb++) {
            long minuend = limbs[limb];
            limbs[limb] = minuend - subtrahend - borrow;
            borrow = Long.compareUnsigned(minuend, subtrahend) < 0 || (borrow == 1 && minuend == subtrahend) ? 1 : 0;
            subtrahend = 0;
        }
    }

    private static void negate(long[] number) {
        boolean carry = true;
        for (int limb = 0; limb < number.length; limb++) {
            number[limb] = carry ? -number[limb] : ~number[limb];
            carry = carry && number[limb] == 0;
        }
    }
}
