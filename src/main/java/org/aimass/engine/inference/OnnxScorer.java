package org.aimass.engine.inference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.data.NamedFiles;

/**
 * A model that answers for rows of a dataset. Made once; each thread scores in a {@link Lane} of its own. The answers do not
 * depend on the number of threads.
 */
public final class OnnxScorer implements AutoCloseable {

    private final OnnxModel model;
    private final InputPlan inputs;
    private final OutputPlan output;
    private final Deadline deadline;

    private OnnxScorer(OnnxModel model, InputPlan inputs, OutputPlan output, Deadline deadline) {
        this.model = model;
        this.inputs = inputs;
        this.output = output;
        this.deadline = deadline;
    }

    /**
     * Loads a model and settles what feeds it and what its answer is.
     *
     * @param columns all columns of the dataset, in order
     * @param taken those that have a role; they feed an input only where it is named like them or the job says so
     * @param files that rows can name
     * @throws BadInput if the model is refused or does not fit the dataset
     */
    public static OnnxScorer open(
            AuditJob.Model job,
            List<String> columns,
            Collection<String> taken,
            Optional<NamedFiles> files,
            Question question,
            Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(job.path(), job.sha256());
        try {
            InputPlan inputs =
                    InputPlan.of(model, job.inputs(), columns, taken, new InputPlan.Images(job.images(), files));
            OutputPlan output = OutputPlan.of(model, job.output(), job.index(), question);
            return new OnnxScorer(model, inputs, output, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** The columns that feed the model, each once. */
    public Set<String> columns() {
        return inputs.columns();
    }

    /** Those of them whose numbers feed it as they are: no texts, no images. */
    public Set<String> numericColumns() {
        return inputs.numericColumns();
    }

    /** Says under which number the batches to come hold each column. */
    public void locate(ToIntFunction<String> slot) {
        inputs.locate(slot);
    }

    /** How many rows the model takes at once. */
    public int rows() {
        return inputs.rows();
    }

    /** Whether the model answers with numbers; else with labels. */
    public boolean givesScores() {
        return output.isNumeric();
    }

    /**
     * The classes whose probabilities the model answers, in the order of the answers; empty where it answers with labels, or
     * where neither it nor the question names them.
     */
    public List<String> classes() {
        return output.classes();
    }

    public ModelFacts facts() {
        return model.facts();
    }

    /** A place for one thread to score in. */
    public Lane newLane() {
        return new Lane(model, inputs, output, deadline);
    }

    @Override
    public void close() {
        model.close();
    }
}
