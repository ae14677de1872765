package org.aimass.engine.metrics;

/**
 * The confusion counts of one group. They add up: counts of parts sum to the counts of the whole.
 *
 * @param tp labelled positive, predicted positive
 * @param fp labelled negative, predicted positive
 * @param fn labelled positive, predicted negative
 * @param tn labelled negative, predicted negative
 */
public record GroupCounts(long tp, long fp, long fn, long tn) {

    public static final GroupCounts NONE = new GroupCounts(0, 0, 0, 0);

    public GroupCounts {
        if (tp < 0 || fp < 0 || fn < 0 || tn < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    public GroupCounts plus(GroupCounts other) {
        return new GroupCounts(tp + other.tp, fp + other.fp, fn + other.fn, tn + other.tn);
    }

    public long rows() {
        return tp + fp + fn + tn;
    }

    public long predictedPositive() {
        return tp + fp;
    }

    public long labelledPositive() {
        return tp + fn;
    }

    public long labelledNegative() {
        return fp + tn;
    }
}
