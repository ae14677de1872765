package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** By hand: sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1, never falling. */
    @Test
    void stepsDown() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
    }

    @Test
    void isCappedAtOne() {
        assertArrayEquals(new double[] {1, 1, 0.6}, Holm.adjust(0.7, 0.9, 0.2), 1e-15);
        assertArrayEquals(new double[0], Holm.adjust());
    }
}
