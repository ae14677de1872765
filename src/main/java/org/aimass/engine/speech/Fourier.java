package org.aimass.engine.speech;

/** The discrete Fourier transform (Cooley and Tukey, Mathematics of Computation 19, 1965). */
final class Fourier {

    private Fourier() {}

    /** In place; the length is a power of 2. */
    static void transform(double[] real, double[] imaginary) {
        int size = real.length;
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int length = 2; length <= size; length <<= 1) {
            for (int k = 0; k < length / 2; k++) {
                double angle = -2 * Math.PI * k / length;
                double cosine = StrictMath.cos(angle);
                double sine = StrictMath.sin(angle);
                for (int low = k; low < size; low += length) {
                    int high = low + length / 2;
                    double re = real[high] * cosine - imaginary[high] * sine;
                    double im = real[high] * sine + imaginary[high] * cosine;
                    real[high] = real[low] - re;
                    imaginary[high] = imaginary[low] - im;
                    real[low] += re;
                    imaginary[low] += im;
                }
            }
        }
    }

    private static void swap(double[] numbers, int one, int other) {
        double kept = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = kept;
    }
}
