package org.aimass.engine.local;

import java.util.Arrays;
import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;
import org.jspecify.annotations.Nullable;

/** The two labels of a binary classification: the positive one, and the one other that appears in the data. */
final class LabelPair {

    private static final int SPELLINGS = 1000;

    private final String positive;
    private final String positiveCanonical;
    private final Dictionary spellings = new Dictionary(SPELLINGS);
    private byte[] known = new byte[16];
    private @Nullable String negative;
    private @Nullable String negativeCanonical;

    LabelPair(String positive) {
        this.positive = positive;
        positiveCanonical = LabelValue.canonical(positive);
    }

    /**
     * 1 if the value there is the positive label, 0 if it is the other one.
     *
     * @throws BadInput if it is a third one
     */
    byte read(RowBatch batch, int column, int row) {
        int spelling = batch.code(column, row, spellings);
        if (spelling == Dictionary.FULL) {
            return decide(batch, column, row);
        }
        if (spelling >= known.length) {
            known = Arrays.copyOf(known, 2 * known.length);
        }
        if (known[spelling] == 0) {
            known[spelling] = (byte) (1 + decide(batch, column, row));
        }
        return (byte) (known[spelling] - 1);
    }

    private byte decide(RowBatch batch, int column, int row) {
        String text = batch.text(column, row);
        String canonical = LabelValue.canonical(text);
        if (canonical.equals(positiveCanonical)) {
            return 1;
        }
        if (negativeCanonical == null) {
            negativeCanonical = canonical;
            negative = text;
        } else if (!negativeCanonical.equals(canonical)) {
            throw batch.fault(column, row, expected());
        }
        return 0;
    }

    private String expected() {
        return "the positive label " + OneLine.quoted(positive) + " or the other one, "
                + OneLine.quoted(String.valueOf(negative));
    }

    /** The label that is not the positive one, if any row had it. */
    Optional<String> negative() {
        return Optional.ofNullable(negative);
    }

    /** Learns of another label, from elsewhere than the dataset; answers whether it fits. */
    boolean admits(String label) {
        String canonical = LabelValue.canonical(label);
        if (negativeCanonical == null) {
            negativeCanonical = canonical;
            negative = label;
        }
        return canonical.equals(negativeCanonical);
    }

    /**
     * @throws BadInput if the favourable label is neither of the two
     */
    void demandOneOfTwo(String favorable) {
        String canonical = LabelValue.canonical(favorable);
        boolean other = negativeCanonical == null || negativeCanonical.equals(canonical);
        if (!canonical.equals(positiveCanonical) && !other) {
            throw new BadInput("favorable_label is " + OneLine.quoted(favorable) + ", but the labels are "
                    + OneLine.quoted(positive) + " and " + OneLine.quoted(String.valueOf(negative)));
        }
    }
}
