package org.aimass.engine.data;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers as text: an optional sign, digits with at most one point among or around them, an optional exponent.
 * No blanks, no digit grouping, no hexadecimal, no NaN or infinity; rounded correctly to a double.
 */
public final class Decimals {

    private static final long EXACT = 1L << 53;
    private static final int LONGEST = 400;
    private static final double[] TENS = new double[23];

    static {
        double ten = 1;
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = ten;
            ten *= 10;
        }
    }

    private Decimals() {}

    /** The number, or NaN if the text is none or lies outside the range of a double. */
    public static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** The number written in the given bytes, or NaN if they write none or one outside the range of a double. */
    public static double parse(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        if (length == 0 || length > LONGEST) {
            return Double.NaN;
        }
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean point = false;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (mantissa < EXACT) {
                    mantissa = mantissa * 10 + digit;
                    scale += point ? 1 : 0;
                } else {
                    mantissa = Long.MAX_VALUE; // too many digits for the short way
                }
            } else if (bytes[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        boolean plain = at == end;
        if (!plain && !isExponent(bytes, at, end)) {
            return Double.NaN;
        }
        if (plain && mantissa <= EXACT && scale < TENS.length) {
            double value = mantissa / TENS[scale];
            return negative ? -value : value;
        }
        double value = NumberInput.parseDouble(new String(bytes, from, length, StandardCharsets.US_ASCII), true);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isExponent(byte[] bytes, int from, int end) {
        int at = from;
        if (bytes[at] != 'e' && bytes[at] != 'E') {
            return false;
        }
        at++;
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        if (at == end) {
            return false;
        }
        for (; at < end; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return true;
    }
}
