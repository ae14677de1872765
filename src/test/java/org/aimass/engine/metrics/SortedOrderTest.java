package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class SortedOrderTest {

    /** Of equal numbers the first stays the first; a negative zero comes before zero. */
    @Test
    void placesFromTheLeastToTheGreatest() {
        assertArrayEquals(
                new int[] {5, 1, 6, 3, 2, 4, 0, 7},
                SortedOrder.of(new double[] {9, -2, 4, 0.0, 4, Double.NEGATIVE_INFINITY, -0.0, 9}));
        assertArrayEquals(new int[0], SortedOrder.of(new double[0]));
    }
}
