package org.aimass.engine;

import java.util.Optional;

/** Reads what only one task asks for. */
final class JobSettings {

    private JobSettings() {}

    /**
     * @param options of the job; empty object where it has none
     * @return empty where the task asks for nothing of its own
     * @throws BadInput if a setting is out of its range
     */
    static Optional<TaskSettings> read(AuditTask task, JobObject options) {
        return switch (task) {
            case SPEECH_SYNTHESIS -> Optional.of(SynthesisSettings.read(options));
            case SPEECH_RECOGNITION -> Optional.of(SpeechSettings.read(options));
            default -> Optional.empty();
        };
    }
}
