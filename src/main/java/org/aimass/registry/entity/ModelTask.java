package org.aimass.registry.entity;

import java.util.Locale;

/** What a model does, by the engine's names for its tasks. */
public enum ModelTask {
    BINARY_CLASSIFICATION,
    MULTICLASS_CLASSIFICATION,
    REGRESSION,
    FACE_VERIFICATION,
    FACE_IDENTIFICATION,
    SPEECH_RECOGNITION,
    SPEECH_SYNTHESIS,
    OBJECT_DETECTION,
    POSE_ESTIMATION,
    IMAGE_GENERATION,
    TEXT_GENERATION,
    RANKING;

    /** The engine's name, such as {@code binary_classification}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
