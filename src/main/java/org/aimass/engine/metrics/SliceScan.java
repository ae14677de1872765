package org.aimass.engine.metrics;

import java.util.List;

/** Counts harms by slice: those seen, and those that chance would deal out. */
final class SliceScan {

    /** Error, false negative, false positive, no favourable outcome. */
    static final int HARMS = 4;

    private static final int FALSE_NEGATIVE = 1;
    private static final int FALSE_POSITIVE = 2;

    private final SliceTable table;
    private final List<Slices.Slice> slices;
    private final List<Harm> harms;
    private final long fewestRows;
    private final long[] totals = new long[4];
    private final long[] allHarmed = new long[HARMS];
    private final long[] allConcerned = new long[HARMS];
    /** By slice and harm, rows concerned. */
    private final long[][] concerned;

    private final long[] harmed;

    SliceScan(SliceTable table, List<Slices.Slice> slices, List<Harm> harms, long fewestRows) {
        this.table = table;
        this.slices = slices;
        this.harms = harms;
        this.fewestRows = fewestRows;
        harmed = new long[HARMS * table.size()];
        for (int at = 0; at < table.size(); at++) {
            long[] counts = table.counts()[at];
            for (int cell = 0; cell < totals.length; cell++) {
                totals[cell] += counts[cell];
            }
            for (int harm = 0; harm < HARMS; harm++) {
                harmed[HARMS * at + harm] = harms.get(harm).harmed(counts);
            }
        }
        for (int harm = 0; harm < HARMS; harm++) {
            allHarmed[harm] = harms.get(harm).harmed(totals);
            allConcerned[harm] = harms.get(harm).concerned(totals);
        }
        concerned = slices.stream().map(this::concerned).toArray(long[][]::new);
    }

    private long[] concerned(Slices.Slice slice) {
        long[] sums = new long[HARMS];
        for (int at : slice.combinations()) {
            for (int harm = 0; harm < HARMS; harm++) {
                sums[harm] += harms.get(harm).concerned(table.counts()[at]);
            }
        }
        return sums;
    }

    /** Whether enough rows are concerned, in the slice and outside, and they are not all alike. */
    boolean searched(int slice, int harm) {
        long rows = concerned[slice][harm];
        return rows >= fewestRows
                && allConcerned[harm] - rows >= fewestRows
                && allHarmed[harm] > 0
                && allHarmed[harm] < allConcerned[harm];
    }

    ScanStatistic observed(int slice, int harm) {
        return statistic(slice, harm, harmed);
    }

    private ScanStatistic statistic(int slice, int harm, long[] harmedBy) {
        long x = 0;
        for (int at : slices.get(slice).combinations()) {
            x += harmedBy[HARMS * at + harm];
        }
        return new ScanStatistic(x, concerned[slice][harm], allHarmed[harm], allConcerned[harm]);
    }

    /** The greatest statistic of any slice and harm where labels and predictions are dealt out by chance. */
    double greatestByChance(Draws draws) {
        long[] dealt = deal(draws);
        double greatest = 0;
        for (int slice = 0; slice < slices.size(); slice++) {
            for (int harm = 0; harm < HARMS; harm++) {
                if (searched(slice, harm)) {
                    ScanStatistic counts = statistic(slice, harm, dealt);
                    greatest = counts.bound() <= greatest ? greatest : Math.max(greatest, counts.value());
                }
            }
        }
        return greatest;
    }

    /**
     * Harms by combination, chance having dealt who has which cell of the confusion matrix and, apart from that, who of those with a
     * label was predicted wrongly.
     */
    private long[] deal(Draws draws) {
        long[] dealt = new long[harmed.length];
        long[] left = totals.clone();
        long[] leftOfLabel = totals.clone();
        long[] here = new long[4];
        for (int at = 0; at < table.size(); at++) {
            long[] counts = table.counts()[at];
            long wanted = counts[0] + counts[1] + counts[2] + counts[3];
            for (int cell = 0; cell < here.length; cell++) {
                long others = 0;
                for (int later = cell + 1; later < left.length; later++) {
                    others += left[later];
                }
                here[cell] = draws.hypergeometric(left[cell], others, wanted);
                wanted -= here[cell];
            }
            for (int cell = 0; cell < here.length; cell++) {
                left[cell] -= here[cell];
            }
            for (int harm = 0; harm < HARMS; harm++) {
                dealt[HARMS * at + harm] = harms.get(harm).harmed(here);
            }
            dealt[HARMS * at + FALSE_NEGATIVE] = wrong(draws, leftOfLabel, 0, 2, counts[0] + counts[2]);
            dealt[HARMS * at + FALSE_POSITIVE] = wrong(draws, leftOfLabel, 3, 1, counts[1] + counts[3]);
        }
        return dealt;
    }

    private static long wrong(Draws draws, long[] left, int right, int wrong, long rows) {
        long drawn = draws.hypergeometric(left[wrong], left[right], rows);
        left[wrong] -= drawn;
        left[right] -= rows - drawn;
        return drawn;
    }
}
