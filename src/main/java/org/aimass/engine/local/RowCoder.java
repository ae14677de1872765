package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.BadInput;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;

/**
 * Turns labels, groups and clusters into codes, in the order of the rows, and leaves out rows that lack what is needed. A
 * missing value of a feature is no reason to leave a row out: those rows form a group of their own.
 */
final class RowCoder {

    /** How the group of rows without a value is written. */
    static final String MISSING = "(missing)";

    private static final int MOST_GROUPS = 50_000;
    private static final int MOST_CLUSTERS = 50_000_000;

    private final LabelPair labels;
    private final int label;
    private final int prediction;
    private final int cluster;
    private final int[] features;
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final Dictionary clusters = new Dictionary(MOST_CLUSTERS);
    private final int[] needed;
    private final String[] reasons;
    private final long[] leftOut;

    RowCoder(AuditJob job, Roles roles) {
        labels = new LabelPair(job.positiveLabel());
        label = roles.label();
        prediction = roles.prediction();
        cluster = roles.cluster();
        features = roles.features();
        for (int i = 0; i < features.length; i++) {
            dictionaries.add(new Dictionary(MOST_GROUPS));
        }
        needed = new int[] {label, prediction, roles.score(), roles.weight(), cluster};
        reasons = new String[] {
            "missing label", "missing prediction", "missing score", "missing weight", "missing cluster"
        };
        leftOut = new long[needed.length];
    }

    /**
     * Codes the rows that the batch holds.
     *
     * @throws BadInput at a third label, or where a feature has too many values
     */
    void code(CodedBatch coded) {
        RowBatch batch = coded.rows;
        coded.count = 0;
        for (int row = 0; row < batch.rows(); row++) {
            if (!lacks(batch, row)) {
                coded.chosen[coded.count++] = row;
            }
        }
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            coded.label[i] = labels.read(batch, label, row);
            if (prediction != Roles.NONE) {
                coded.prediction[i] = labels.read(batch, prediction, row);
            }
            if (cluster != Roles.NONE) {
                coded.cluster[i] = demand(batch.code(cluster, row, clusters), batch, cluster, row, MOST_CLUSTERS);
            }
            for (int feature = 0; feature < features.length; feature++) {
                coded.features[feature][i] = group(batch, feature, row);
            }
        }
    }

    private boolean lacks(RowBatch batch, int row) {
        for (int i = 0; i < needed.length; i++) {
            if (needed[i] != Roles.NONE && batch.isMissing(needed[i], row)) {
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

    private static int demand(int code, RowBatch batch, int slot, int row, int most) {
        if (code == Dictionary.FULL) {
            throw batch.fault(slot, row, "at most " + most + " different values in this column");
        }
        return code;
    }

    LabelPair labels() {
        return labels;
    }

    /** By feature the values by code. */
    List<List<String>> dictionaries() {
        return dictionaries.stream().map(Dictionary::values).toList();
    }

    /** Why and how many rows were left out. */
    List<AuditOutcome.LeftOut> leftOut() {
        List<AuditOutcome.LeftOut> all = new ArrayList<>();
        for (int i = 0; i < needed.length; i++) {
            if (leftOut[i] > 0) {
                all.add(new AuditOutcome.LeftOut(reasons[i], leftOut[i]));
            }
        }
        return all;
    }
}
