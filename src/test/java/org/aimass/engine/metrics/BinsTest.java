package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinsTest {

    @Test
    void theOutermostEdgeIsARoundNumberThatHoldsMostErrors() {
        assertEquals(5, outermost(0.1, 2.5, 4.9));
        assertEquals(2, outermost(1.01));
        assertEquals(0.05, outermost(0.03), 1e-15);
        assertEquals(1000, outermost(501));
        assertEquals(1, outermost(0));
        assertEquals(1, outermost());
        double[] one = new double[201];
        Arrays.fill(one, 0, 200, 1);
        one[200] = 1e6; // the one of two hundred that lies far out
        assertEquals(1, outermost(one));
    }

    private static double outermost(double... sizes) {
        double[] edges = Bins.edgesOfErrors(sizes);
        assertEquals(21, edges.length);
        assertEquals(0, edges[10]);
        assertEquals(-edges[20], edges[0]);
        return edges[20];
    }

    /** -7 and -5 in the first bin, -4.5 in the second, -0.1 in the tenth, 0 and 0.4 behind the middle, 5 and 9 in the last. */
    @Test
    void everyNumberHasABin() {
        double[] numbers = {-7, -5, -4.5, -0.1, 0, 0.4, 5, 9};
        BinnedRows binned =
                Bins.bin(Map.of("sex", "w"), numbers.length, row -> numbers[row], Bins.edgesOfErrors(new double[] {5}));
        assertEquals(
                List.of(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 2L),
                binned.counts());
        assertEquals(Map.of("sex", "w"), binned.features());
    }

    @Test
    void placesBehindTheTwentiethAreTogether() {
        double[] edges = Bins.edgesOfPlaces();
        assertArrayEquals(new double[] {1, 2, 3}, Arrays.copyOf(edges, 3));
        double[] places = {1, 1, 2, 20, 21, 500};
        BinnedRows binned = Bins.bin(Map.of(), places.length, row -> places[row], edges);
        assertEquals(21, binned.counts().size());
        assertEquals(List.of(2L, 1L, 0L), binned.counts().subList(0, 3));
        assertEquals(List.of(1L, 2L), binned.counts().subList(19, 21));
    }

    @Test
    void everyGroupHasACountForEachBin() {
        BinnedRows two = new BinnedRows(Map.of(), List.of(1L, 2L));
        assertEquals(
                1,
                new Distributions("error", List.of(0.0, 1.0, 2.0), List.of(two))
                        .groups()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> new Distributions("error", List.of(0.0, 1.0), List.of(two)));
    }
}
