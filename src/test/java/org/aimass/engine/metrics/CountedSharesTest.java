package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Five cases: the first share is about four of them and counts one, the second about two and counts both, the third about none. */
class CountedSharesTest {

    private static final List<String> WITHOUT = List.of("no firsts", "no seconds", "no thirds");
    private static final long[] ABOUT = {0b01, 0b11, 0b01, 0b10, 0b01};
    private static final long[] COUNTED = {0b00, 0b10, 0b01, 0b10, 0b00};

    private final CountedShares shares = new CountedShares(WITHOUT, ABOUT, COUNTED, new long[0]);

    @Test
    void takesEachShareOfTheCasesItIsAbout() {
        assertEquals(5, shares.rows());
        assertArrayEquals(new double[] {0.25, 1, Double.NaN}, shares.values());
        assertEquals(1, shares.proportion(0).orElseThrow().numerator());
        assertEquals(4, shares.proportion(0).orElseThrow().denominator());
        assertEquals(2, shares.proportion(1).orElseThrow().numerator());
        assertEquals(Optional.empty(), shares.proportion(2));
        assertEquals("no thirds", shares.whyUndefined(2));
        assertEquals("bootstrap", shares.bootstrapMethod());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new CountedShares(WITHOUT, ABOUT, new long[4], new long[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CountedShares(Collections.nCopies(64, ""), ABOUT, COUNTED, new long[0]));
        assertEquals(63, CountedShares.MOST);
        assertEquals(5, new CountedShares(Collections.nCopies(63, ""), ABOUT, COUNTED, new long[0]).rows());
    }

    private static double deviation(CountedShares group, int share) {
        double[] drawn = Arrays.stream(group.replicates(4_000, 3, "g"))
                .mapToDouble(it -> it[share])
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        return Math.sqrt(Arrays.stream(drawn)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElseThrow());
    }

    /** 300 cases, of which the first share is about all and counts a third, of one person each, of ten each, or of nobody known. */
    private static CountedShares many(int size, long casesOfOne) {
        long[] about = new long[size];
        Arrays.fill(about, 1);
        long[] counted =
                LongStream.range(0, size).map(i -> i < size / 3 ? 1 : 0).toArray();
        long[] person = casesOfOne == 0
                ? new long[0]
                : LongStream.range(0, size).map(i -> i / casesOfOne).toArray();
        return new CountedShares(List.of("none"), about, counted, person);
    }

    @Test
    void drawsCasesOrPeopleAgain() {
        double alone = Math.sqrt(2 / 9.0 / 300);
        assertEquals(alone, deviation(many(300, 0), 0), 0.05 * alone);
        assertEquals(alone, deviation(many(300, 1), 0), 0.05 * alone);
        double together = Math.sqrt(2 / 9.0 / 30);
        assertEquals(together, deviation(many(300, 10), 0), 0.08 * together);
        assertEquals("bootstrap_persons", many(300, 10).bootstrapMethod());
        assertEquals(Optional.empty(), many(300, 10).proportion(0));
        assertEquals(100, many(300, 10).share(0).orElseThrow().numerator());
        assertEquals(new Fraction(100, 300), many(300, 10).fraction(0).orElseThrow());
    }

    /** More people than are drawn one by one are drawn in blocks. */
    @Test
    void drawsManyPeopleInBlocks() {
        double alone = Math.sqrt(2 / 9.0 / 12_000);
        assertEquals(alone, deviation(many(12_000, 1), 0), 0.08 * alone);
    }

    @Test
    void sharesAtTheirEndsHaveTheExactInterval() {
        CountedShares people = new CountedShares(WITHOUT, ABOUT, COUNTED, new long[] {1, 2, 3, 4, 5});
        Interval interval = (Interval) people.uncertainty(1, 0.95).orElseThrow();
        assertEquals(Math.sqrt(0.025), interval.low(), 1e-12);
        assertEquals(1, interval.high());
        assertEquals("clopper_pearson_cases", interval.method());
        assertEquals(Optional.empty(), people.uncertainty(0, 0.95));
        assertEquals(Optional.empty(), people.uncertainty(2, 0.95));
        double[][] drawn = people.replicates(3, 1, "g");
        assertEquals(Double.NaN, drawn[0][2]);
        assertEquals(Double.NaN, shares.replicates(1, 1, "g")[0][2]);
        CountedShares none = new CountedShares(WITHOUT, new long[] {1, 1, 1}, new long[3], new long[] {1, 2, 3});
        Interval zero = (Interval) none.uncertainty(0, 0.95).orElseThrow();
        assertEquals(0, zero.low());
        assertEquals(1 - Math.cbrt(0.025), zero.high(), 1e-12);
    }

    /** Cases weigh 2, 3, 5, 7 and 0: the first share counts 5 of 10, with squares of 25 and 38, the second 3 and 7 of 10. */
    @Test
    void casesCountAsMuchAsTheyWeigh() {
        double[] weight = {2, 3, 5, 7, 0};
        CountedShares weighed = new CountedShares(WITHOUT, ABOUT, COUNTED, new long[0], weight);
        assertArrayEquals(new double[] {0.5, 1, Double.NaN}, weighed.values());
        assertEquals(5, weighed.rows());
        Proportion first = weighed.proportion(0).orElseThrow();
        assertEquals(5, first.numerator());
        assertEquals(10, first.denominator());
        assertEquals(100 / 38.0, first.effectiveRows(), 1e-14);
        assertFalse(first.plain());
        assertEquals(100 / 58.0, weighed.share(1).orElseThrow().effectiveRows(), 1e-14);
        Interval end = (Interval) weighed.uncertainty(1, 0.95).orElseThrow();
        assertEquals(Math.pow(0.025, 58 / 100.0), end.low(), 1e-12);
        assertEquals(1, end.high());
        assertEquals("clopper_pearson_effective_cases", end.method());
        assertEquals("no thirds", weighed.whyUndefined(2));
        // three cases are drawn, each of a third
        for (double[] drawn : weighed.replicates(50, 3, "g")) {
            assertEquals(Math.rint(drawn[0] * 3), drawn[0] * 3, 1e-12);
            assertEquals(1, drawn[1]);
            assertTrue(Double.isNaN(drawn[2]));
        }
        CountedShares none = new CountedShares(WITHOUT, ABOUT, COUNTED, new long[0], new double[5]);
        assertEquals("all weights are 0", none.whyUndefined(2));
        assertEquals("no thirds", shares.whyUndefined(2));
        assertEquals("no firsts", new CountedShares(WITHOUT, new long[0], new long[0], new long[0]).whyUndefined(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CountedShares(WITHOUT, ABOUT, COUNTED, new long[0], new double[4]));
        CountedShares alike = new CountedShares(
                WITHOUT, new long[] {1, 1, 1}, new long[] {1, 0, 1}, new long[0], new double[] {0.1, 0.1, 0.1});
        assertEquals(3, alike.share(0).orElseThrow().effectiveRows(), 1e-12);
    }

    /** The same with weights: person 4 has 0 of 2 + 3 and 3 of 3, 9 has 5 of 5 and 7 of 7, 2 has 0 of 1. */
    @Test
    void peopleBringWhatTheirCasesWeigh() {
        double[] weight = {2, 3, 5, 7, 1};
        CountedShares people = new CountedShares(WITHOUT, ABOUT, COUNTED, new long[] {4, 4, 9, 9, 2}, weight);
        double[][] drawn = people.replicates(20, 3, "g");
        for (int replicate = 0; replicate < drawn.length; replicate++) {
            long stream = PersonDraws.stream(3, replicate);
            double four = PersonDraws.times(stream, 4);
            double nine = PersonDraws.times(stream, 9);
            double two = PersonDraws.times(stream, 2);
            assertArrayEquals(
                    new double[] {5 * nine / (5 * four + 5 * nine + two), four + nine == 0 ? Double.NaN : 1, Double.NaN
                    },
                    drawn[replicate],
                    1e-15);
        }
    }

    /** Person 4 has 0 of 2 and 0 of 1, 9 has 1 of 1 and 1 of 1, 2 has 1 of 1 and none: each comes as often as drawn. */
    @Test
    void peopleBringAllTheirCases() {
        long[] counted = {0b00, 0b00, 0b01, 0b10, 0b01};
        CountedShares people = new CountedShares(WITHOUT, ABOUT, counted, new long[] {4, 4, 9, 9, 2});
        double[][] drawn = people.replicates(20, 3, "g");
        for (int replicate = 0; replicate < drawn.length; replicate++) {
            long stream = PersonDraws.stream(3, replicate);
            double four = PersonDraws.times(stream, 4);
            double nine = PersonDraws.times(stream, 9);
            double two = PersonDraws.times(stream, 2);
            assertArrayEquals(
                    new double[] {(nine + two) / (2 * four + nine + two), nine / (four + nine), Double.NaN},
                    drawn[replicate]);
        }
    }
}
