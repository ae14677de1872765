package org.aimass.engine.inference;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Instruments;
import org.aimass.engine.data.NamedFiles;
import org.jspecify.annotations.Nullable;

/**
 * A model that answers for rows of a dataset. Made once; each thread scores in a {@link Lane} of its own. The answers do not
 * depend on the number of threads.
 */
public final class OnnxScorer implements AutoCloseable {

    private final OnnxModel model;
    private final List<InputPlan> inputs;
    private final OutputPlan output;
    private final @Nullable Evaluator evaluator;
    private final Deadline deadline;

    private OnnxScorer(
            OnnxModel model,
            List<InputPlan> inputs,
            OutputPlan output,
            @Nullable Evaluator evaluator,
            Deadline deadline) {
        this.model = model;
        this.inputs = inputs;
        this.output = output;
        this.evaluator = evaluator;
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
            return new OnnxScorer(model, List.of(inputs), output, null, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /**
     * Loads a model that turns what it is shown into numbers, each side of a row by itself.
     *
     * @param columns all columns of the dataset, in order
     * @param sides the columns of each side, in order; at least one side
     * @param files that rows can name
     * @throws BadInput if the model is refused or does not fit the dataset
     */
    public static OnnxScorer embedding(
            AuditJob.Model job,
            List<String> columns,
            List<List<String>> sides,
            Optional<NamedFiles> files,
            Deadline deadline) {
        return embedding(job, columns, sides, files, new Question.Embedding(), deadline);
    }

    private static OnnxScorer embedding(
            AuditJob.Model job,
            List<String> columns,
            List<List<String>> sides,
            Optional<NamedFiles> files,
            Question question,
            Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(job.path(), job.sha256());
        try {
            if (model.inputs().size() != 1) {
                throw new BadInput("%s: takes %d inputs; expected one, which each side feeds by itself"
                        .formatted(model.file(), model.inputs().size()));
            }
            if (!job.inputs().isEmpty()) {
                throw new BadInput("model.inputs: found columns, expected none: the sides feed the model");
            }
            String input = model.inputs().get(0).name();
            InputPlan.Images images = new InputPlan.Images(job.images(), files);
            List<InputPlan> inputs = sides.stream()
                    .map(side -> InputPlan.of(model, Map.of(input, side), columns, List.of(), images))
                    .toList();
            OutputPlan output = OutputPlan.of(model, job.output(), job.index(), question);
            return new OnnxScorer(model, inputs, output, null, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /**
     * Loads a model that makes an image of another one, and the one that turns both into numbers.
     *
     * @param columns all columns of the dataset, in order
     * @param image the columns of the image, in order
     * @param evaluator the one that turns both into numbers
     * @param files that rows can name
     * @throws BadInput if a model is refused, or does not fit the dataset or the other
     */
    public static OnnxScorer generator(
            AuditJob.Model job,
            Instruments.Evaluator evaluator,
            List<String> columns,
            List<String> image,
            Optional<NamedFiles> files,
            Deadline deadline) {
        OnnxScorer generator = embedding(job, columns, List.of(image), files, new Question.Image(), deadline);
        try {
            return new OnnxScorer(
                    generator.model, generator.inputs, generator.output, Evaluator.open(evaluator), deadline);
        } catch (RuntimeException e) {
            generator.close();
            throw e;
        }
    }

    /** The columns that feed the model, each once. */
    public Set<String> columns() {
        return inputs.stream()
                .flatMap(plan -> plan.columns().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of them whose numbers feed it as they are: no texts, no images. */
    public Set<String> numericColumns() {
        return inputs.get(0).numericColumns();
    }

    /** Says under which number the batches to come hold each column. */
    public void locate(ToIntFunction<String> slot) {
        inputs.forEach(plan -> plan.locate(slot));
    }

    /** How many rows the model takes at once. */
    public int rows() {
        return inputs.get(0).rows();
    }

    /**
     * How many rows are worth handing to a thread.
     *
     * @param usual where answers come fast
     */
    public int rowsForAThread(int usual) {
        return rows() * Math.max(1, usual / rows());
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
        List<Lane> others = inputs.stream()
                .skip(1)
                .map(plan -> new Lane(model, plan, output, List.of(), null, deadline))
                .toList();
        return new Lane(model, inputs.get(0), output, others, evaluator, deadline);
    }

    @Override
    public void close() {
        model.close();
        if (evaluator != null) {
            evaluator.close();
        }
    }
}
