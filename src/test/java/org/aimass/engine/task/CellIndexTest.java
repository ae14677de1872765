package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellIndexTest {

    private static int[] numbers(CellIndex cells, int[][] columns) {
        int[] numbers = new int[columns[0].length];
        Arrays.setAll(numbers, row -> cells.of(columns, row));
        return numbers;
    }

    @Test
    void numbersCombinationsAsTheyAreMet() {
        CellIndex cells = new CellIndex(2);
        int[][] columns = {{7, 7, 3, 7, 3}, {1, 2, 1, 1, 1}};
        assertArrayEquals(new int[] {0, 1, 2, 0, 2}, numbers(cells, columns));
        assertEquals(3, cells.size());
        assertEquals(7, cells.code(1, 0));
        assertEquals(2, cells.code(1, 1));
    }

    @Test
    void rowsWithoutFeaturesAreOneCombination() {
        CellIndex cells = new CellIndex(0);
        assertEquals(0, cells.of(new int[0][], 0));
        assertEquals(0, cells.of(new int[0][], 5));
        assertEquals(1, cells.size());
    }

    @Test
    void numbersAnothersCombinationsHere() {
        CellIndex here = new CellIndex(2);
        numbers(here, new int[][] {{1, 2}, {5, 6}});
        CellIndex there = new CellIndex(2);
        numbers(there, new int[][] {{3, 2, 1}, {4, 6, 5}});
        assertArrayEquals(new int[] {2, 1, 0}, here.merge(there));
        assertEquals(3, here.size());
        assertEquals(3, here.code(2, 0));
        assertEquals(4, here.code(2, 1));
    }

    @Test
    void thousandsOfCombinationsAreToldApartAsInAMap() {
        Random random = new Random(3);
        int[][] columns = new int[3][20_000];
        for (int[] column : columns) {
            Arrays.setAll(column, row -> random.nextInt(20));
        }
        Map<List<Integer>, Integer> expected = new HashMap<>();
        CellIndex cells = new CellIndex(3);
        for (int row = 0; row < columns[0].length; row++) {
            List<Integer> tuple = List.of(columns[0][row], columns[1][row], columns[2][row]);
            Integer known = expected.putIfAbsent(tuple, expected.size());
            assertEquals(known == null ? expected.size() - 1 : known, cells.of(columns, row));
        }
        assertEquals(expected.size(), cells.size());
    }
}
