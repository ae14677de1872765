package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

    /** The 15 comparisons of the paper's section 4.1, where the procedure rejects the first four at 0.05 and Holm's the first three. */
    @Test
    void thePapersExample() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        double[] adjusted = {
            0.0015,
            0.003,
            0.0095,
            0.035625,
            0.0603,
            0.447 / 7,
            0.447 / 7,
            0.0645,
            0.0765,
            0.486,
            0.4262 * 15 / 11,
            0.714875,
            0.6528 * 15 / 13,
            0.7590 * 15 / 14,
            1
        };
        assertArrayEquals(adjusted, BenjaminiHochberg.adjust(p), 1e-15);
        assertEquals(
                4,
                Arrays.stream(BenjaminiHochberg.adjust(p))
                        .filter(it -> it <= 0.05)
                        .count());
        assertEquals(3, Arrays.stream(Holm.adjust(p)).filter(it -> it <= 0.05).count());
    }

    /** By hand: sorted 0.005, 0.01, 0.03, 0.04 times 4, 2, 4/3, 1, never rising from the top. */
    @Test
    void keepsTheOrderGiven() {
        assertArrayEquals(
                new double[] {0.02, 0.04, 0.04, 0.02}, BenjaminiHochberg.adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
        assertArrayEquals(new double[] {0.9, 0.9, 0.6}, BenjaminiHochberg.adjust(0.7, 0.9, 0.2), 1e-15);
        assertArrayEquals(new double[0], BenjaminiHochberg.adjust());
    }
}
