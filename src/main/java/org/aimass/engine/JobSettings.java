package org.aimass.engine;

import java.nio.file.Path;
import java.util.Optional;

/** Reads what only one task asks for. */
final class JobSettings {

    private JobSettings() {}

    /**
     * @param options of the job; empty object where it has none
     * @param job the job file, which paths are relative to
     * @return empty where the task asks for nothing of its own
     * @throws BadInput if a setting is out of its range
     */
    static Optional<TaskSettings> read(AuditTask task, JobObject options, Path job) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> FilterSettings.read(options);
            case OBJECT_DETECTION -> Optional.of(ObjectSettings.read(options, job, false));
            case POSE_ESTIMATION -> Optional.of(ObjectSettings.read(options, job, true));
            case TEXT_GENERATION -> Optional.of(TextSettings.read(options));
            default -> Optional.empty();
        };
    }
}
