package org.aimass.engine.local;

import org.aimass.engine.data.RowBatch;

/**
 * Sees to it that rows without a value in a column and rows that say so with the very word that the group of those is called by do not
 * become one group unseen: a column may have either.
 */
final class MissingWord {

    private boolean absent;
    private boolean written;

    /**
     * Takes notice of a row of that group.
     *
     * @param missing whether the row has no value
     * @throws org.aimass.engine.BadInput at the first row of the other kind
     */
    void see(RowBatch rows, int slot, int row, boolean missing) {
        absent |= missing;
        written |= !missing;
        if (absent && written) {
            throw rows.fault(
                    slot,
                    row,
                    missing
                            ? "a value, for another row says \"%s\", as the group of rows without one is called"
                                    .formatted(RowCoder.MISSING)
                            : "another word, for the group of rows without a value is called so");
        }
    }
}
