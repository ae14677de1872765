package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {

    /** 3 marked of 8, 4 drawn: C(3, k) C(5, 4 - k) = 5, 30, 30, 5 of 70. */
    @Test
    void byHand() {
        Hypergeometric drawn = new Hypergeometric(3, 5, 4);
        double[] of = {5 / 70.0, 30 / 70.0, 30 / 70.0, 5 / 70.0};
        double below = 0;
        for (int k = 0; k < of.length; k++) {
            assertEquals(of[k], drawn.density(k), 1e-15);
            assertEquals(1 - below, drawn.upperTail(k), 1e-15);
            below += of[k];
            assertEquals(below, drawn.lowerTail(k), 1e-15);
        }
        assertEquals(2, drawn.mode());
        assertEquals(0, drawn.least());
        assertEquals(3, drawn.most());
        assertEquals(0, drawn.density(-1));
        assertEquals(0, drawn.density(4));
        assertEquals(1, drawn.upperTail(-1));
        assertEquals(1, drawn.lowerTail(9));
    }

    /** Of 5 unmarked, 7 are drawn: at least 2 are marked. */
    @Test
    void tooFewUnmarked() {
        Hypergeometric drawn = new Hypergeometric(6, 5, 7);
        assertEquals(2, drawn.least());
        assertEquals(6, drawn.most());
        assertEquals(15 / 330.0, drawn.density(2), 1e-15);
        assertEquals(0, drawn.density(1));
        assertEquals(15 / 330.0, drawn.lowerTail(2), 1e-15);
        assertEquals(5 / 330.0, drawn.upperTail(6), 1e-15);
    }

    /** Against logarithms of factorials of forty digits. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 2000000, 1200000, 400000, 0.0009973553939473599",
        "7, 1000, 30, 0, 0.8086793087608274",
        "5, 3000000, 1000000, 5, 0.0041151646094673051"
    })
    void density(long marked, long unmarked, long drawn, long k, double density) {
        assertEquals(density, new Hypergeometric(marked, unmarked, drawn).density(k), 1e-12 * density);
    }

    @Test
    void allOrNothing() {
        assertEquals(1, new Hypergeometric(4, 3, 0).density(0));
        assertEquals(1, new Hypergeometric(4, 3, 7).density(4), 1e-15);
        assertEquals(1, new Hypergeometric(0, 3, 2).density(0), 1e-15);
        assertEquals(1, new Hypergeometric(4, 0, 2).density(2), 1e-15);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Hypergeometric(-1, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new Hypergeometric(1, -3, 1));
        assertThrows(IllegalArgumentException.class, () -> new Hypergeometric(1, 3, -1));
        assertThrows(IllegalArgumentException.class, () -> new Hypergeometric(1, 3, 5));
        assertEquals(0, new Hypergeometric(0, 0, 0).mode());
    }
}
