package org.aimass.engine.metrics;

/**
 * Deals the rows of a table's cells anew between a group and the rest, so that the group keeps its size, or its size within each label:
 * a multivariate hypergeometric draw, as a chain over the cells.
 */
final class Membership {

    private final CellTable table;
    private final boolean withinLabel;
    /** By stratum: all rows or, within the label, those labelled negative and positive. */
    private final long[] rows = new long[2];

    private final long[] ofGroup = new long[2];

    /** @param group how many rows of each cell are the group's */
    Membership(CellTable table, double[] group, boolean withinLabel) {
        this.table = table;
        this.withinLabel = withinLabel;
        for (int cell = 0; cell < table.size(); cell++) {
            rows[stratum(cell)] += (long) table.mass(cell);
            ofGroup[stratum(cell)] += (long) group[cell];
        }
    }

    private int stratum(int cell) {
        return withinLabel && table.positive(cell) ? 1 : 0;
    }

    /** Fills in how many rows of each cell are the group's now. */
    void draw(Draws draws, double[] group) {
        long[] left = rows.clone();
        long[] wanted = ofGroup.clone();
        for (int cell = 0; cell < table.size(); cell++) {
            int stratum = stratum(cell);
            long here = (long) table.mass(cell);
            long drawn = draws.hypergeometric(here, left[stratum] - here, wanted[stratum]);
            group[cell] = drawn;
            left[stratum] -= here;
            wanted[stratum] -= drawn;
        }
    }
}
