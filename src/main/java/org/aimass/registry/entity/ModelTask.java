package org.aimass.registry.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model does, by the engine's names for its tasks. */
public enum ModelTask {
    BINARY_CLASSIFICATION,
    MULTICLASS_CLASSIFICATION,
    REGRESSION,
    FACE_VERIFICATION,
    FACE_IDENTIFICATION,
    SPEECH_RECOGNITION,
    SPEECH_SYNTHESIS,
    /** Of voices; measures those that others make. */
    SPEAKER_VERIFICATION,
    OBJECT_DETECTION,
    POSE_ESTIMATION,
    IMAGE_GENERATION,
    TEXT_GENERATION,
    RANKING;

    /** The task of that name. */
    public static Optional<ModelTask> find(String word) {
        return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
    }

    /** The engine's name, such as {@code binary_classification}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
