package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.BadInput;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;

/** Numbers the classes: as the job or the model names them, or as they are met. For several threads. */
final class ClassLabels {

    private static final int SPELLINGS = 10_000;
    private static final int MOST = 1_000;

    private final boolean closed;
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    /** By spelling in the dataset; only the reading thread looks here. */
    private final Dictionary spellings = new Dictionary(SPELLINGS);

    private int[] known = new int[16];

    /** @param labels all there are; empty where the rows and the model tell */
    ClassLabels(List<String> labels) {
        closed = !labels.isEmpty();
        for (String label : labels) {
            codes.put(LabelValue.canonical(label), this.labels.size());
            this.labels.add(label);
        }
        Arrays.fill(known, -1);
    }

    /**
     * The class there.
     *
     * @throws BadInput if it is none of those named, or one too many
     */
    int read(RowBatch batch, int column, int row) {
        int spelling = batch.code(column, row, spellings);
        if (spelling == Dictionary.FULL) {
            return code(batch, column, row);
        }
        if (spelling >= known.length) {
            int from = known.length;
            known = Arrays.copyOf(known, 2 * from);
            Arrays.fill(known, from, known.length, -1);
        }
        if (known[spelling] < 0) {
            known[spelling] = code(batch, column, row);
        }
        return known[spelling];
    }

    private int code(RowBatch batch, int column, int row) {
        int code = find(batch.text(column, row));
        if (code < 0) {
            throw batch.fault(
                    column, row, closed ? "one of " + OneLine.list(labels) : "at most " + MOST + " different classes");
        }
        return code;
    }

    /**
     * The class that a model answers.
     *
     * @throws BadInput the same
     */
    int answered(String label) {
        int code = find(label);
        if (code < 0) {
            throw new BadInput("the model answers " + OneLine.quoted(label) + "; expected "
                    + (closed ? "one of " + OneLine.list(labels) : "at most " + MOST + " different classes"));
        }
        return code;
    }

    private synchronized int find(String label) {
        String canonical = LabelValue.canonical(label);
        Integer code = codes.get(canonical);
        if (code != null) {
            return code;
        }
        if (closed || labels.size() == MOST) {
            return -1;
        }
        codes.put(canonical, labels.size());
        labels.add(label);
        return labels.size() - 1;
    }

    /** By code. */
    synchronized List<String> all() {
        return List.copyOf(labels);
    }
}
