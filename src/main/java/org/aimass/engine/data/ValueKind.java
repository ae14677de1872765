package org.aimass.engine.data;

/** What a single value could be taken for. */
public enum ValueKind {
    MISSING,
    /** A whole number below 10^18 in magnitude, written without point, exponent or superfluous zeros. */
    WHOLE,
    /** Any other decimal number. */
    NUMBER,
    /** {@code true} or {@code false}, in any case of letters. */
    BOOLEAN,
    TEXT;

    private static final int MOST_DIGITS = 18;

    static ValueKind of(byte[] bytes, int from, int length) {
        if (length == 0 || (length == 3 && bytes[from] == 'N' && bytes[from + 1] == 'a' && bytes[from + 2] == 'N')) {
            return MISSING;
        }
        int digits = bytes[from] == '-' ? from + 1 : from;
        int end = from + length;
        boolean padded =
                end - digits > 1 && bytes[digits] == '0' && bytes[digits + 1] >= '0' && bytes[digits + 1] <= '9';
        if (padded) {
            return TEXT; // a code such as 007
        }
        if (isWhole(bytes, digits, end)) {
            return WHOLE;
        }
        if (!Double.isNaN(Decimals.parse(bytes, from, length))) {
            return NUMBER;
        }
        return isWord(bytes, from, length, "true") || isWord(bytes, from, length, "false") ? BOOLEAN : TEXT;
    }

    private static boolean isWhole(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return end > from && end - from <= MOST_DIGITS;
    }

    private static boolean isWord(byte[] bytes, int from, int length, String word) {
        if (length != word.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
