package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;

/**
 * Turns groups, clusters and what the task asks for into codes, in the order of the rows, and leaves out rows that lack what is
 * needed. A missing value of a feature is no reason to leave a row out: those rows form a group of their own, whose name no value may
 * have beside them.
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
    private final List<MissingWord> words = new ArrayList<>();
    /** By feature the code of the word for rows without a value, once there is one, and how many codes were looked at. */
    private final int[] wordOf;

    private final int[] looked;
    private final List<Needed> needed = new ArrayList<>();
    private final long[] leftOut;

    RowCoder(LocalTask<?> task, Roles roles) {
        this.task = task;
        cluster = roles.of(ColumnRole.CLUSTER);
        features = roles.features();
        for (int i = 0; i < features.length; i++) {
            dictionaries.add(new Dictionary(MOST_GROUPS));
            words.add(new MissingWord());
        }
        wordOf = new int[features.length];
        Arrays.fill(wordOf, Roles.NONE);
        looked = new int[features.length];
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
        choose(coded);
        task.code(coded);
        int codable = coded.count;
        if (cluster != Roles.NONE) {
            codable = code(coded, codable, cluster, clusters, "", coded.cluster);
        }
        int clustered = codable;
        int faulty = cluster;
        for (int i = 0; i < features.length; i++) {
            int before = codable;
            codable = code(coded, codable, features[i], dictionaries.get(i), MISSING, coded.features[i]);
            faulty = codable < before ? features[i] : faulty;
            tellApart(coded, codable, i);
        }
        if (codable < coded.count) {
            int most = codable < clustered ? MOST_GROUPS : MOST_CLUSTERS;
            throw full(coded.rows, faulty, coded.chosen[codable], most);
        }
    }

    /** Rows without a value form one group, those that say the same in so many words would be in it unseen. */
    private void tellApart(CodedBatch coded, int rows, int feature) {
        Dictionary dictionary = dictionaries.get(feature);
        for (; looked[feature] < dictionary.size(); looked[feature]++) {
            if (dictionary.value(looked[feature]).equals(MISSING)) {
                wordOf[feature] = looked[feature];
            }
        }
        for (int i = 0; i < rows && wordOf[feature] != Roles.NONE; i++) {
            if (coded.features[feature][i] == wordOf[feature]) {
                int row = coded.chosen[i];
                words.get(feature)
                        .see(coded.rows, features[feature], row, coded.rows.isMissing(features[feature], row));
            }
        }
    }

    private static int code(CodedBatch coded, int rows, int slot, Dictionary dictionary, String missing, int[] codes) {
        return coded.rows.codes(slot, coded.chosen, rows, dictionary, missing, codes);
    }

    private static BadInput full(RowBatch batch, int slot, int row, int most) {
        return batch.fault(slot, row, "at most " + most + " different values in this column");
    }

    private void choose(CodedBatch coded) {
        int rows = coded.rows.rows();
        for (int row = 0; row < rows; row++) {
            coded.chosen[row] = row;
        }
        for (int i = 0; i < leftOut.length; i++) {
            int kept = coded.rows.present(needed.get(i).slot, coded.chosen, rows);
            leftOut[i] += rows - kept;
            rows = kept;
        }
        coded.count = rows;
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
            throw full(batch, slot, row, most);
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
