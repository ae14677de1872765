package org.aimass.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what only one task asks for. */
final class JobSettings {

    private static final int MOST_TARGETS = 5;
    private static final int MOST_PLACES = 1_000_000;
    private static final int MOST_KINDS = 100;
    private static final int MOST_FEATURES = 1_000;
    private static final int MOST_IDENTITIES = 32;

    private JobSettings() {}

    /**
     * @param options of the job; empty object where it has none
     * @param job the job file, which paths are relative to
     * @param model whether a model answers
     * @return empty where the task asks for nothing of its own
     * @throws BadInput if a setting is out of its range
     */
    static Optional<TaskSettings> read(AuditTask task, JobObject options, Path job, boolean model) {
        return switch (task) {
            case FACE_VERIFICATION ->
                Optional.of(new VerificationSettings(
                        options.shares("target_fmr", MOST_TARGETS).orElse(VerificationSettings.TARGETS),
                        options.number("alpha", 0, 1).orElse(VerificationSettings.ALPHA)));
            case FACE_IDENTIFICATION ->
                Optional.of(new IdentificationSettings(
                        options.shares("target_fpir", MOST_TARGETS).orElse(IdentificationSettings.TARGETS),
                        options.integers("rank", 1, MOST_PLACES, MOST_TARGETS).orElse(IdentificationSettings.RANKS),
                        options.number("alpha", 0, 1).orElse(VerificationSettings.ALPHA)));
            case IMAGE_GENERATION ->
                Optional.of(new GenerationSettings(options.distribution("reference_distribution", MOST_KINDS)));
            case BINARY_CLASSIFICATION -> binary(options);
            case OBJECT_DETECTION -> Optional.of(ObjectSettings.read(options, job, false));
            case POSE_ESTIMATION -> Optional.of(ObjectSettings.read(options, job, true));
            case SPEECH_SYNTHESIS -> Optional.of(SynthesisSettings.read(options));
            case SPEECH_RECOGNITION -> Optional.of(SpeechSettings.read(options));
            case TEXT_GENERATION -> Optional.of(TextSettings.read(options, model));
            default -> Optional.empty();
        };
    }

    private static Optional<TaskSettings> binary(JobObject options) {
        Optional<List<String>> neighbors = options.texts("consistency_features", 1, MOST_FEATURES);
        Optional<List<String>> identities = options.texts("identity_features", 1, MOST_IDENTITIES);
        return neighbors.isEmpty() && identities.isEmpty()
                ? Optional.empty()
                : Optional.of(new BinarySettings(neighbors.orElse(List.of()), identities.orElse(List.of())));
    }
}
