package org.aimass.engine.local;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * One task on one machine: one thread codes rows in their order, others let the model answer and count.
 *
 * @param <P> what one thread has counted
 */
interface LocalTask<P extends LocalTask.Part<P>> extends AutoCloseable {

    /** One thread's part. */
    interface Part<P> {

        /**
         * Finds out what the model answers, where the rows do not say.
         *
         * @throws org.aimass.engine.BadInput at an answer that is not as the task demands
         */
        void answer(CodedBatch coded);

        /** @param weight of each row; null where every row counts once */
        void count(CodedBatch coded, double @Nullable [] weight);

        /** Adds all that the other has counted; the other is not to be used any more. */
        void merge(P other);

        /** @throws IllegalArgumentException if a reference group does not occur */
        TaskOutcome outcome(List<List<String>> dictionaries);
    }

    /** The digest of a model that the task asks itself; empty where rows are scored, or bring the answers. */
    default Optional<Sha256Digest> model() {
        return Optional.empty();
    }

    /** The digest of a model that measures what that one does; empty where none does. */
    default Optional<Sha256Digest> evaluator() {
        return Optional.empty();
    }

    /**
     * How many rows are worth handing to a thread where the task asks models itself, or none is asked.
     *
     * @param usual where answers come fast
     */
    default int rowsForAThread(int usual) {
        return usual;
    }

    @Override
    default void close() {}

    /** Whether rows without a value there are left out and counted; else the task sees to them itself. */
    default boolean leavesOutRowsWithout(ColumnRole role) {
        return true;
    }

    /**
     * Codes what must be seen in the order of the rows, into {@link CodedBatch#label} and {@link CodedBatch#prediction}.
     *
     * @throws org.aimass.engine.BadInput at a value that is not as the task demands
     */
    void code(CodedBatch coded);

    /** @param lane for the model's answers; null where the dataset brings them */
    P newPart(@Nullable Lane lane);

    /**
     * Checks what only the whole dataset tells.
     *
     * @throws org.aimass.engine.BadInput where data, model and job do not agree
     */
    void demandAgreement(List<P> parts);
}
