package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private static Slices.Slice slice(Map<String, String> features) {
        return new Slices.Slice(features, new int[0], 0);
    }

    @Test
    void whatHasMoreFeaturesIsNested() {
        Slices.Slice women = slice(Map.of("sex", "f"));
        Slices.Slice young = slice(Map.of("sex", "f", "age", "young"));
        assertTrue(women.nested(young));
        assertTrue(young.nested(women));
        assertFalse(women.nested(slice(Map.of("sex", "m"))));
        assertFalse(young.nested(slice(Map.of("sex", "f", "region", "n"))));
    }

    private static SliceTable table(long[]... counts) {
        return new SliceTable(
                List.of("g"),
                IntStream.range(0, counts.length)
                        .mapToObj(value -> List.of("v" + value))
                        .toList(),
                counts);
    }

    /** 10 rows and 20: enough in the one and outside the other for 10, not for 11. */
    @Test
    void enoughRowsAreInSlicesAndOutside() {
        SliceTable table = table(new long[] {1, 2, 3, 4}, new long[] {5, 6, 7, 2});
        assertEquals(
                List.of(10L, 20L),
                Slices.of(table, 1, 10).list().stream().map(Slices.Slice::rows).toList());
        assertEquals(List.of(), Slices.of(table, 1, 11).list());
        assertEquals(0, Slices.of(table, 1, 10).leftOut());
    }

    @Test
    void theLargestOfTooManyAreSearched() {
        Slices slices = Slices.of(
                table(IntStream.rangeClosed(1, 10_002)
                        .mapToObj(rows -> new long[] {rows, 0, 0, 0})
                        .toArray(long[][]::new)),
                1,
                1);
        assertEquals(2, slices.leftOut());
        assertEquals(10_002, slices.list().get(0).rows());
        assertEquals(3, slices.list().get(9_999).rows());
    }

    private static boolean searched(int slice, long fewest, long[]... counts) {
        SliceTable table = table(counts);
        List<Slices.Slice> slices = Slices.of(table, 1, 1).list();
        List<Harm> missed = List.of(
                Harm.of(Rate.FALSE_NEGATIVE_RATE),
                Harm.of(Rate.FALSE_NEGATIVE_RATE),
                Harm.of(Rate.FALSE_NEGATIVE_RATE),
                Harm.of(Rate.FALSE_NEGATIVE_RATE));
        return new SliceScan(table, slices, missed, fewest).searched(slice, 0);
    }

    /** Of 7 rows with the positive label 4 are missed here, of 13 elsewhere 7. */
    @Test
    void searchesWhereEnoughRowsAreConcernedAndNotAllAlike() {
        long[] here = {3, 2, 4, 5};
        long[] elsewhere = {6, 1, 7, 8};
        assertTrue(searched(0, 7, here, elsewhere));
        assertTrue(searched(1, 7, here, elsewhere));
        assertFalse(searched(0, 8, here, elsewhere));
        assertFalse(searched(1, 8, here, elsewhere));
        assertFalse(searched(0, 7, new long[] {7, 2, 0, 5}, new long[] {13, 1, 0, 8}));
        assertFalse(searched(0, 7, new long[] {0, 2, 7, 5}, new long[] {0, 1, 13, 8}));
        assertTrue(searched(0, 7, new long[] {7, 2, 0, 5}, new long[] {12, 1, 1, 8}));
    }
}
