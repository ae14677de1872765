package org.aimass.engine.local;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BinarySettings;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Deadline;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.inference.OnnxScorer;
import org.aimass.engine.inference.Question;
import org.jspecify.annotations.Nullable;

/** The tasks that are measured on one machine. */
final class LocalTasks {

    private LocalTasks() {}

    /**
     * @param scorer the model; null where the dataset brings the answers
     * @param files that rows can name
     */
    static LocalTask<?> of(
            AuditJob job, Roles roles, @Nullable OnnxScorer scorer, Optional<NamedFiles> files, Deadline deadline) {
        return switch (job.task()) {
            case BINARY_CLASSIFICATION -> new LocalBinary(job, roles, scorer);
            case MULTICLASS_CLASSIFICATION -> new LocalMulticlass(job, roles, scorer);
            case REGRESSION -> new LocalRegression(job, roles);
            case RANKING -> new LocalRanking(job, roles);
            case FACE_VERIFICATION -> new LocalVerification(job, roles);
            case FACE_IDENTIFICATION -> new LocalIdentification(job, roles);
            case IMAGE_GENERATION -> new LocalGeneration(job, roles);
            case SPEECH_RECOGNITION -> new LocalSpeechRecognition(job, roles, files, deadline);
            case SPEECH_SYNTHESIS -> new LocalSpeechSynthesis(job, roles, files, deadline);
            case TEXT_GENERATION -> new LocalText(job, roles, deadline);
            default -> throw new IllegalArgumentException("no job of " + job.task() + " is let through");
        };
    }

    /** What a model is shown, side by side, where it turns each side into numbers; else empty. */
    static List<List<String>> sides(AuditJob job) {
        return switch (job.task()) {
            case FACE_VERIFICATION ->
                List.of(job.columns().vector(ColumnRole.LEFT), job.columns().vector(ColumnRole.RIGHT));
            case FACE_IDENTIFICATION, IMAGE_GENERATION -> List.of(job.columns().vector(ColumnRole.IMAGE));
            default -> List.of();
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
