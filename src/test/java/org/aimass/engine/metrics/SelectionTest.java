package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void theUndefinedGoLast() {
        double[] numbers = {Double.NaN, 3, Double.NaN, 1, 2, Double.NaN};
        assertEquals(3, Selection.definedFirst(numbers));
        double[] defined = Arrays.copyOf(numbers, 3);
        Arrays.sort(defined);
        assertArrayEquals(new double[] {1, 2, 3}, defined);
        assertTrue(Arrays.stream(numbers).skip(3).allMatch(Double::isNaN));
        assertEquals(0, Selection.definedFirst(new double[] {Double.NaN}));
        assertEquals(0, Selection.definedFirst(new double[0]));
    }

    /** What stands at a place is what sorting puts there, whatever the order, with ties and with infinite numbers. */
    @Test
    void everyPlaceIsAsSorted() {
        double[][] orders = {
            {5, 4, 3, 2, 1, 0, -1},
            {-1, 0, 1, 2, 3, 4, 5},
            {2, 2, 2, 7, 2, 2, 1},
            {4, 4, 4, 4, 4, 4, 4},
            {Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY, 8, 6, 7, 1},
            {3, 1, 4, 1, 5, 9, 2}
        };
        for (double[] order : orders) {
            double[] sorted = order.clone();
            Arrays.sort(sorted);
            for (int place = 0; place < order.length; place++) {
                double[] numbers = order.clone();
                Selection.place(numbers, numbers.length, place);
                assertEquals(sorted[place], numbers[place]);
                for (int i = 0; i < numbers.length; i++) {
                    assertTrue(i < place ? numbers[i] <= numbers[place] : numbers[i] >= numbers[place]);
                }
            }
        }
    }

    @Test
    void whatIsBehindTheSizeStays() {
        double[] numbers = {9, 8, 7, 1, 0};
        Selection.place(numbers, 3, 0);
        assertArrayEquals(new double[] {7, 1, 0}, new double[] {numbers[0], numbers[3], numbers[4]});
    }

    @Test
    void leastOfAStretch() {
        double[] numbers = {-3, 5, 4, 6, -9};
        assertEquals(4, Selection.least(numbers, 1, 4));
        assertEquals(5, Selection.least(numbers, 1, 2));
    }
}
