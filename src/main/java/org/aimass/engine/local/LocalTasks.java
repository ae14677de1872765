package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BinarySettings;
import org.aimass.engine.Deadline;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.inference.OnnxScorer;
import org.aimass.engine.inference.Question;
import org.jspecify.annotations.Nullable;

/** The tasks that are measured on one machine. */
final class LocalTasks {

    private LocalTasks() {}

    /** @param scorer the model; null where the dataset brings the answers */
    static LocalTask<?> of(AuditJob job, Roles roles, @Nullable OnnxScorer scorer, Deadline deadline) {
        return switch (job.task()) {
            case BINARY_CLASSIFICATION -> new LocalBinary(job, roles, scorer);
            case MULTICLASS_CLASSIFICATION -> new LocalMulticlass(job, roles, scorer);
            case REGRESSION -> new LocalRegression(job, roles);
            case RANKING -> new LocalRanking(job, FileBytes.name(job.dataset().path()), roles);
            case TEXT_GENERATION ->
                new LocalText(job, FileBytes.name(job.dataset().path()), roles, deadline);
            default -> throw new IllegalArgumentException("no job of " + job.task() + " is let through");
        };
    }

    /** The columns that a task reads beside those that have a role. */
    static List<String> columns(AuditJob job) {
        return job.settings().orElse(null) instanceof BinarySettings binary ? binary.consistencyFeatures() : List.of();
    }

    /** What a model is asked for. */
    static Question question(AuditJob job) {
        return switch (job.task()) {
            case BINARY_CLASSIFICATION -> new Question.Probability(job.positiveLabel());
            case MULTICLASS_CLASSIFICATION ->
                new Question.Probabilities(job.options().classes());
            default -> new Question.Quantity();
        };
    }
}
