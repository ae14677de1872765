package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SliceSearchTest {

    private static final List<String> NAMES = List.of("sex", "age", "region");

    private static SliceSearch search(int depth, int permutations, long seed) {
        return new SliceSearch(depth, OptionalInt.of(permutations), 10, seed, true, 0.95);
    }

    /** 2 x 3 x 4 combinations of some 200 rows each; predictions as good everywhere but where {@code miss} says. */
    private static List<WorstSlices.Cell> cells(Random random, boolean planted) {
        List<WorstSlices.Cell> cells = new ArrayList<>();
        for (String sex : List.of("f", "m")) {
            for (String age : List.of("old", "mid", "young")) {
                for (String region : List.of("n", "e", "s", "w")) {
                    boolean harmed = planted && sex.equals("f") && age.equals("old") && region.equals("s");
                    cells.add(new WorstSlices.Cell(List.of(sex, age, region), counts(random, harmed ? 0.6 : 0.2)));
                }
            }
        }
        return cells;
    }

    private static GroupCounts counts(Random random, double missed) {
        long[] counts = new long[4];
        int rows = 180 + random.nextInt(40);
        for (int row = 0; row < rows; row++) {
            boolean label = random.nextDouble() < 0.4;
            boolean prediction = random.nextDouble() < (label ? 1 - missed : 0.1);
            counts[Rate.cell(label, prediction)]++;
        }
        return new GroupCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    @Test
    void findsWhatWasPlantedThreeFeaturesDeep() {
        List<WorstSlices.Cell> cells = cells(new Random(3), true);
        WorstSlices worst = search(3, 500, 7).of(NAMES, cells);
        WorstSlices.Slice first = worst.slices().get(0);
        assertEquals(Map.of("sex", "f", "age", "old", "region", "s"), first.features());
        assertEquals("false_negative_rate", first.metric());
        assertEquals(1 / 501.0, first.adjustedPValue());
        GroupCounts here = cells.stream()
                .filter(cell -> cell.values().equals(List.of("f", "old", "s")))
                .findFirst()
                .orElseThrow()
                .counts();
        GroupCounts all = cells.stream().map(WorstSlices.Cell::counts).reduce(GroupCounts.NONE, GroupCounts::plus);
        assertEquals((double) here.fn(), first.share().numerator());
        assertEquals((double) here.labelledPositive(), first.share().denominator());
        assertEquals((double) (all.fn() - here.fn()), first.rest().numerator());
        assertEquals(
                (double) (all.labelledPositive() - here.labelledPositive()),
                first.rest().denominator());
        assertEquals(Intervals.wilson((double) here.fn(), (double) here.labelledPositive(), 0.95), first.interval());
        assertEquals(3, worst.depth());
        assertEquals(500, worst.permutations());
        // 2 + 3 + 4 of one feature, 6 + 8 + 12 of two, 24 of three
        assertEquals(59, worst.searched());
        assertEquals(0, worst.leftOut());
        assertEquals(List.of("sex", "age", "region"), worst.features());
        // the greatest are told first, and none that lies within one told before on the same metric
        for (int i = 1; i < worst.slices().size(); i++) {
            WorstSlices.Slice slice = worst.slices().get(i);
            assertTrue(slice.statistic() <= worst.slices().get(i - 1).statistic());
            assertTrue(!slice.metric().equals("false_negative_rate")
                    || !first.features().entrySet().containsAll(slice.features().entrySet()));
        }
    }

    /** Of 300 searches in rows without any pattern at most some 5 % find something: the family-wise rate. */
    @Test
    void findsNothingInShuffledLabels() {
        int found = 0;
        for (int trial = 0; trial < 300; trial++) {
            List<WorstSlices.Cell> cells = cells(new Random(1000 + trial), false);
            found += search(3, 99, trial).of(NAMES, cells).slices().isEmpty() ? 0 : 1;
        }
        assertEquals(15, found, 3.5 * Math.sqrt(15 * 0.95));
    }

    @Test
    void theOrderAndTheSplitOfTheRowsDoNotMatter() {
        List<WorstSlices.Cell> cells = cells(new Random(3), true);
        WorstSlices whole = search(3, 50, 7).of(NAMES, cells);
        List<WorstSlices.Cell> parts = new ArrayList<>();
        for (WorstSlices.Cell cell : cells) {
            GroupCounts counts = cell.counts();
            GroupCounts half = new GroupCounts(counts.tp() / 2, counts.fp() / 3, counts.fn(), 0);
            parts.add(new WorstSlices.Cell(cell.values(), half));
            parts.add(new WorstSlices.Cell(
                    cell.values(),
                    new GroupCounts(
                            counts.tp() - half.tp(), counts.fp() - half.fp(), counts.fn() - half.fn(), counts.tn())));
        }
        Collections.shuffle(parts, new Random(5));
        assertEquals(whole, search(3, 50, 7).of(NAMES, parts));
        assertEquals(whole, search(3, 50, 7).of(NAMES, cells));
    }

    /** 30 of 40 against 20 of 60, in all 50 of 100: 40 KL(0.75, 0.5) + 60 KL(1/3, 0.5); z is (0.75 - 1/3) / sqrt(0.25 (1/40 + 1/60)). */
    @Test
    void statisticByHand() {
        double value = 30 * Math.log(1.5) + 10 * Math.log(0.5) + 20 * Math.log(2 / 3.0) + 40 * Math.log(4 / 3.0);
        ScanStatistic statistic = new ScanStatistic(30, 40, 50, 100);
        assertEquals(value, statistic.value(), 1e-12);
        double z = (0.75 - 1 / 3.0) / Math.sqrt(0.25 * (1 / 40.0 + 1 / 60.0));
        assertEquals(z * z, statistic.bound(), 1e-12);
        assertEquals(0, new ScanStatistic(20, 60, 50, 100).value());
        assertEquals(0, new ScanStatistic(20, 60, 50, 100).bound());
        assertEquals(0, new ScanStatistic(20, 40, 50, 100).value());
        // 40 of 40 against 10 of 60
        assertEquals(
                40 * Math.log(2) + 10 * Math.log(1 / 3.0) + 50 * Math.log(5 / 3.0),
                new ScanStatistic(40, 40, 50, 100).value(),
                1e-12);
        assertEquals(
                5 * Math.log(2) + 35 * Math.log(35 / 38.0) + 60 * Math.log(60 / 57.0),
                new ScanStatistic(5, 40, 5, 100).value() - 5 * Math.log(1.25),
                1e-12);
    }

    @Test
    void theBoundHolds() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            int n = 1 + random.nextInt(50);
            int rest = 1 + random.nextInt(50);
            int x = random.nextInt(n + 1);
            int other = random.nextInt(rest + 1);
            if (x + other > 0 && x + other < n + rest) {
                ScanStatistic statistic = new ScanStatistic(x, n, x + other, n + rest);
                assertTrue(statistic.value() <= statistic.bound() + 1e-12);
            }
        }
    }

    /** Two groups: all predictions of the one are wrong, none of the other's; who is not selected suffers where that is favourable. */
    @Test
    void eachMetricInItsDirection() {
        List<WorstSlices.Cell> cells = List.of(
                new WorstSlices.Cell(List.of("a"), new GroupCounts(40, 30, 10, 20)),
                new WorstSlices.Cell(List.of("b"), new GroupCounts(30, 5, 20, 45)));
        SliceSearch search = new SliceSearch(1, OptionalInt.of(999), 10, 7, true, 0.5);
        WorstSlices worst = search.of(List.of("g"), cells);
        List<String> found = worst.slices().stream()
                .map(slice -> slice.metric() + " " + slice.features().get("g") + " "
                        + slice.share().numerator() + "/"
                        + slice.share().denominator() + " " + slice.rest().numerator() + "/"
                        + slice.rest().denominator())
                .toList();
        assertEquals(30 / 50.0 - 5 / 50.0, worst.slices().get(0).gap(), 1e-15);
        assertEquals(
                List.of(
                        "false_positive_rate a 30.0/50.0 5.0/50.0",
                        "selection_rate b 35.0/100.0 70.0/100.0",
                        "error_rate a 40.0/100.0 25.0/100.0",
                        "false_negative_rate b 20.0/50.0 10.0/50.0"),
                found);
        SliceSearch unfavorable = new SliceSearch(1, OptionalInt.of(999), 10, 7, false, 0.5);
        assertEquals(
                "selection_rate a 30.0/100.0 65.0/100.0",
                unfavorable.of(List.of("g"), cells).slices().stream()
                        .filter(slice -> slice.metric().equals("selection_rate"))
                        .map(slice -> "selection_rate " + slice.features().get("g") + " "
                                + slice.share().numerator() + "/"
                                + slice.share().denominator() + " "
                                + slice.rest().numerator() + "/" + slice.rest().denominator())
                        .findFirst()
                        .orElse(""));
    }

    /** One feature, one kind of error: the chance that either side has a table as bad is that of Fisher's test. */
    @Test
    void theAdjustedValueIsThatOfAllPermutations() {
        List<WorstSlices.Cell> cells = List.of(
                new WorstSlices.Cell(List.of("a"), new GroupCounts(0, 7, 0, 13)),
                new WorstSlices.Cell(List.of("b"), new GroupCounts(0, 2, 0, 18)));
        SliceSearch search = new SliceSearch(1, OptionalInt.of(20_000), 10, 7, true, 0.01);
        WorstSlices.Slice worst = search.of(List.of("g"), cells).slices().get(0);
        // error and false positive rate are one here, and being selected is one more: three tables, dealt as two
        double one = FisherExact.twoSided(7, 20, 2, 20);
        double two = 1 - (1 - one) * (1 - one);
        assertEquals(two, worst.adjustedPValue(), 4 * Math.sqrt(two * (1 - two) / 20_000));
    }

    @Test
    void smallSlicesAreNotSearched() {
        List<WorstSlices.Cell> cells = List.of(
                new WorstSlices.Cell(List.of("a"), new GroupCounts(0, 0, 9, 0)),
                new WorstSlices.Cell(List.of("b"), new GroupCounts(100, 10, 10, 100)),
                new WorstSlices.Cell(List.of("c"), new GroupCounts(100, 11, 10, 100)));
        WorstSlices worst = search(1, 99, 7).of(List.of("g"), cells);
        assertEquals(2, worst.searched());
        assertEquals(List.of(), worst.slices());
        SliceSearch smaller = new SliceSearch(1, OptionalInt.of(99), 9, 7, true, 0.95);
        assertEquals(
                Map.of("g", "a"),
                smaller.of(List.of("g"), cells).slices().get(0).features());
    }

    /** A feature that another one tells makes no further slices, and no slice holds all rows. */
    @Test
    void slicesOfTheSameRowsAreOne() {
        List<WorstSlices.Cell> cells = List.of(
                new WorstSlices.Cell(List.of("f", "she", "x"), new GroupCounts(20, 5, 6, 30)),
                new WorstSlices.Cell(List.of("m", "he", "x"), new GroupCounts(22, 7, 8, 33)));
        Slices slices = Slices.of(SliceTable.of(NAMES, cells), 3, 10);
        assertEquals(
                List.of(Map.of("sex", "f"), Map.of("sex", "m")),
                slices.list().stream().map(Slices.Slice::features).toList());
    }

    @Test
    void tooManyCombinationsLoseTheFeatureWithMostValues() {
        List<WorstSlices.Cell> cells = IntStream.range(0, 6_000)
                .mapToObj(i ->
                        new WorstSlices.Cell(List.of("v" + i % 3, "w" + i, "u" + i % 7), new GroupCounts(1, 2, 3, 4)))
                .toList();
        SliceTable table = SliceTable.of(NAMES, cells);
        assertEquals(List.of("sex", "region"), table.features());
        assertEquals(21, table.size());
        assertEquals(List.of("v0", "u0"), table.values().get(0));
        long rows = Stream.of(table.counts()).mapToLong(counts -> counts[0]).sum();
        assertEquals(6_000, rows);
    }

    /** 40 features of two values: 4,000 combinations times 10,700 choices of three features are too many, as are 820 of two. */
    @Test
    void manyFeaturesAreSearchedLessDeep() {
        Random random = new Random(2);
        List<String> names = IntStream.range(0, 40).mapToObj(i -> "f" + i).toList();
        List<WorstSlices.Cell> cells = IntStream.range(0, 1_000)
                .mapToObj(i -> new WorstSlices.Cell(
                        names.stream().map(name -> "" + random.nextInt(2)).toList(), new GroupCounts(1, 2, 3, 4)))
                .toList();
        Slices slices = Slices.of(SliceTable.of(names, cells), 3, 10);
        assertEquals(2, slices.depth());
        assertEquals(80 + 4 * 780, slices.list().size());
    }

    @Test
    void atMostSoManySlicesAreSearchedTheLargestOfThem() {
        Random random = new Random(4);
        List<WorstSlices.Cell> cells = new ArrayList<>();
        for (int a = 0; a < 70; a++) {
            for (int b = 0; b < 70; b++) {
                List<String> values = List.of("a" + a, "b" + b, "c" + random.nextInt(20), "d" + random.nextInt(20));
                cells.add(new WorstSlices.Cell(values, new GroupCounts(5, 5, 5, 5)));
            }
        }
        Slices slices = Slices.of(SliceTable.of(List.of("a", "b", "c", "d"), cells), 3, 10);
        assertEquals(Slices.MOST, slices.list().size());
        assertTrue(slices.leftOut() > 0);
        assertTrue(slices.list().stream().anyMatch(slice -> slice.features().equals(Map.of("a", "a0"))));
        long least = slices.list().stream().mapToLong(Slices.Slice::rows).min().orElseThrow();
        assertEquals(20, least);
    }

    @Test
    void withoutFeaturesThereIsNothingToSearch() {
        WorstSlices worst = search(3, 20, 7)
                .of(List.of(), List.of(new WorstSlices.Cell(List.of(), new GroupCounts(10, 20, 30, 40))));
        assertEquals(0, worst.searched());
        assertEquals(List.of(), worst.slices());
        assertEquals(0, search(3, 20, 7).of(NAMES, List.of()).searched());
    }

    @Test
    void permutationsFollowTheWork() {
        SliceSearch open = new SliceSearch(3, OptionalInt.empty(), 10, 7, true, 0.95);
        assertEquals(1_000, open.of(NAMES, cells(new Random(3), true)).permutations());
        List<WorstSlices.Cell> many = IntStream.range(0, 2_000)
                .mapToObj(i -> new WorstSlices.Cell(List.of("v" + i), new GroupCounts(1, 1, 1, 1)))
                .toList();
        assertEquals(200, open.of(List.of("g"), many).permutations());
        assertEquals(600, open.of(List.of("g"), many.subList(0, 500)).permutations());
    }

    @Test
    void whatIsNoSearchIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> search(0, 10, 7));
        assertThrows(IllegalArgumentException.class, () -> search(1, 0, 7));
        assertThrows(IllegalArgumentException.class, () -> new SliceSearch(1, OptionalInt.empty(), -1, 7, true, 0.95));
    }

    /** Combination a has 9, 6, 8 and 7 rows of the four cells, b 11, 5, 4 and 12: what chance leaves of a's rows is b's. */
    @Test
    void chanceDealsOutCellsThenErrorsOfEachLabel() {
        SliceTable table = SliceTable.of(
                List.of("g"),
                List.of(
                        new WorstSlices.Cell(List.of("a"), new GroupCounts(9, 6, 8, 7)),
                        new WorstSlices.Cell(List.of("b"), new GroupCounts(11, 5, 4, 12))));
        List<Harm> harms = List.of(
                Harm.of(Rate.ERROR_RATE),
                Harm.of(Rate.FALSE_NEGATIVE_RATE),
                Harm.of(Rate.FALSE_POSITIVE_RATE),
                Harm.lackOf(Rate.SELECTION_RATE));
        SliceScan scan = new SliceScan(table, Slices.of(table, 1, 10).list(), harms, 10);
        Draws draws = new Draws(7, "chance");
        Draws same = new Draws(7, "chance");
        for (int trial = 0; trial < 50; trial++) {
            long tp = same.hypergeometric(20, 11 + 12 + 19, 30);
            long fp = same.hypergeometric(11, 12 + 19, 30 - tp);
            long fn = same.hypergeometric(12, 19, 30 - tp - fp);
            long missed = same.hypergeometric(12, 20, 9 + 8);
            long alarmed = same.hypergeometric(11, 19, 6 + 7);
            double greatest = Stream.of(
                            new ScanStatistic(fp + fn, 30, 11 + 12, 62),
                            new ScanStatistic(missed, 17, 12, 32),
                            new ScanStatistic(alarmed, 13, 11, 30),
                            new ScanStatistic(30 - tp - fp, 30, 12 + 19, 62))
                    .flatMap(a ->
                            Stream.of(a, new ScanStatistic(a.allX() - a.x(), a.allN() - a.n(), a.allX(), a.allN())))
                    .mapToDouble(ScanStatistic::value)
                    .max()
                    .orElseThrow();
            assertEquals(greatest, scan.greatestByChance(draws));
        }
    }
}
