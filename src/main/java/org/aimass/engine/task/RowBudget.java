package org.aimass.engine.task;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rows may be kept one by one, over all parts of an audit. Who counts beyond it lets go of what was kept: the parts
 * together will be too many, whatever each of them holds.
 */
final class RowBudget {

    private final long most;
    private final AtomicLong rows = new AtomicLong();

    RowBudget(long most) {
        this.most = most;
    }

    /** Counts some rows more; answers whether all so far are still few enough to keep. */
    boolean take(int more) {
        return rows.addAndGet(more) <= most;
    }

    long most() {
        return most;
    }
}
