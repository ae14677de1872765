package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;

/**
 * Turns groups, clusters and what the task asks for into codes, in the order of the rows, and leaves out rows that lack what is
 * needed. A missing value of a feature is no reason to leave a row out: those rows form a group of their own.
 */
final class RowCoder {

    /** How the group of rows without a value is written. */
    static final String MISSING = "(missing)";

    private static final int MOST_GROUPS = 50_000;
    private static final int MOST_CLUSTERS = 50_000_000;

    /** A column that every row needs. */
    private record Needed(int slot, String reason) {}

    private final LocalTask<?> task;
    private final int cluster;
    private final int[] features;
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final Dictionary clusters = new Dictionary(MOST_CLUSTERS);
    private final List<Needed> needed = new ArrayList<>();
    private final long[] leftOut;

    RowCoder(LocalTask<?> task, Roles roles) {
        this.task = task;
        cluster = roles.of(ColumnRole.CLUSTER);
        features = roles.features();
        for (int i = 0; i < features.length; i++) {
            dictionaries.add(new Dictionary(MOST_GROUPS));
        }
        for (ColumnRole role : ColumnRole.values()) {
            if (roles.of(role) != Roles.NONE && task.leavesOutRowsWithout(role)) {
                needed.add(new Needed(roles.of(role), "missing " + role.word()));
            }
        }
        for (int slot : roles.scores()) {
            needed.add(new Needed(slot, "missing score"));
        }
        leftOut = new long[needed.size()];
    }

    /**
     * Codes the rows that the batch holds.
     *
     * @throws org.aimass.engine.BadInput where the task refuses a row, or a column has too many values
     */
    void code(CodedBatch coded) {
        RowBatch batch = coded.rows;
        coded.count = 0;
        for (int row = 0; row < batch.rows(); row++) {
            if (!lacks(batch, row)) {
                coded.chosen[coded.count++] = row;
            }
        }
        task.code(coded);
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            if (cluster != Roles.NONE) {
                coded.cluster[i] = demand(batch.code(cluster, row, clusters), batch, cluster, row, MOST_CLUSTERS);
            }
            for (int feature = 0; feature < features.length; feature++) {
                coded.features[feature][i] = group(batch, feature, row);
            }
        }
    }

    private boolean lacks(RowBatch batch, int row) {
        for (int i = 0; i < leftOut.length; i++) {
            if (batch.isMissing(needed.get(i).slot, row)) {
                leftOut[i]++;
                return true;
            }
        }
        return false;
    }

    private int group(RowBatch batch, int feature, int row) {
        int slot = features[feature];
        Dictionary groups = dictionaries.get(feature);
        int code = batch.isMissing(slot, row) ? groups.code(MISSING) : batch.code(slot, row, groups);
        return demand(code, batch, slot, row, MOST_GROUPS);
    }

    /**
     * Whether something holds: 1, or 0.
     *
     * @throws org.aimass.engine.BadInput at anything else
     */
    static int whether(RowBatch rows, int column, int row, String expected) {
        double value = rows.numberOrNaN(column, row);
        if (value != 0 && value != 1) {
            throw rows.fault(column, row, expected);
        }
        return (int) value;
    }

    static int demand(int code, RowBatch batch, int slot, int row, int most) {
        if (code == Dictionary.FULL) {
            throw batch.fault(slot, row, "at most " + most + " different values in this column");
        }
        return code;
    }

    /** By feature the values by code. */
    List<List<String>> dictionaries() {
        return dictionaries.stream().map(Dictionary::values).toList();
    }

    /** Why and how many rows were left out; reasons that are alike together. */
    List<AuditOutcome.LeftOut> leftOut() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int i = 0; i < leftOut.length; i++) {
            if (leftOut[i] > 0) {
                rows.merge(needed.get(i).reason, leftOut[i], Long::sum);
            }
        }
        List<AuditOutcome.LeftOut> all = new ArrayList<>();
        rows.forEach((reason, count) -> all.add(new AuditOutcome.LeftOut(reason, count)));
        return all;
    }
}
