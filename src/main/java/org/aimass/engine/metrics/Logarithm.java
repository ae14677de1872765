package org.aimass.engine.metrics;

/**
 * The natural logarithm, to the last bit as {@link StrictMath} has it, which asks native code for it and so takes twice as long: the
 * algorithm of fdlibm 5.3 (Sun Microsystems, 1993, e_log.c).
 */
final class Logarithm {

    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double L1 = 0.6666666666666735;
    private static final double L2 = 0.3999999999940942;
    private static final double L3 = 0.2857142874366239;
    private static final double L4 = 0.22222198432149784;
    private static final double L5 = 0.1818357216161805;
    private static final double L6 = 0.15313837699209373;
    private static final double L7 = 0.14798198605116586;

    private Logarithm() {}

    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int high = (int) (bits >>> 32);
        if (high < 0x00100000 || high >= 0x7ff00000) {
            return StrictMath.log(x);
        }
        int fraction = high & 0x000fffff;
        int half = (fraction + 0x95f64) & 0x100000;
        double k = (high >> 20) - 1023 + (half >> 20);
        double f = Double.longBitsToDouble(((long) (fraction | (half ^ 0x3ff00000)) << 32) | (bits & 0xffffffffL)) - 1;
        if ((0x000fffff & (2 + fraction)) < 3) {
            return nearOne(f, k);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
        if ((fraction - 0x6147a | 0x6b851 - fraction) > 0) {
            double square = 0.5 * f * f;
            return k == 0
                    ? f - (square - s * (square + r))
                    : k * LN2_HIGH - (square - (s * (square + r) + k * LN2_LOW) - f);
        }
        return k == 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
    }

    private static double nearOne(double f, double k) {
        if (f == 0) {
            return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
        }
        double r = f * f * (0.5 - 0.3333333333333333 * f);
        return k == 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
    }
}
