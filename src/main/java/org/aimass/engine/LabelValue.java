package org.aimass.engine;

import java.math.BigDecimal;
import java.util.Locale;
import org.aimass.engine.data.Decimals;

/**
 * A label, compared as people write it: numbers by value ({@code 1} is {@code 1.0}), {@code true} and {@code false} in any case
 * of letters as 1 and 0, anything else letter by letter.
 */
public final class LabelValue {

    private LabelValue() {}

    /** The one way to write the label; equal labels have equal ones. */
    public static String canonical(String label) {
        String lower = label.length() <= 5 ? label.toLowerCase(Locale.ROOT) : label;
        if (lower.equals("true")) {
            return "1";
        }
        if (lower.equals("false")) {
            return "0";
        }
        if (Double.isNaN(Decimals.parse(label))) {
            return label;
        }
        return new BigDecimal(label).stripTrailingZeros().toString();
    }

    /** Whether it is compared by value. */
    public static boolean isNumber(String label) {
        return !Double.isNaN(Decimals.parse(canonical(label)));
    }

    public static boolean same(String one, String other) {
        return canonical(one).equals(canonical(other));
    }
}
