package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {

    private static double[] numbers(int size) {
        Random random = new Random(size);
        return random.doubles(size)
                .map(number -> switch (random.nextInt(4)) {
                    case 0 -> Math.rint(10 * number);
                    case 1 -> -number;
                    case 2 -> Math.scalb(number, random.nextInt(80) - 40);
                    default -> number;
                })
                .map(number -> number + 0.0)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 33, 1000, 50_000})
    void sortsAndTellsWhereEachNumberStood(int size) {
        double[] numbers = numbers(size);
        double[] expected = numbers.clone();
        Arrays.sort(expected);
        double[] stable = numbers.clone();
        int[] order = RadixSort.sort(stable);
        assertArrayEquals(expected, stable);
        for (int i = 0; i < size; i++) {
            assertEquals(expected[i], numbers[order[i]]);
            if (i > 0 && expected[i] == expected[i - 1]) {
                assertEquals(true, order[i - 1] < order[i]);
            }
        }
        double[] inPlace = numbers.clone();
        int[] where = RadixSort.sortInPlace(inPlace);
        assertArrayEquals(expected, inPlace);
        for (int i = 0; i < size; i++) {
            assertEquals(expected[i], numbers[where[i]]);
        }
        assertEquals(size, Arrays.stream(where).distinct().count());
    }
}
