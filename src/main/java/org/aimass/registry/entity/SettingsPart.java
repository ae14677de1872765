package org.aimass.registry.entity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A part of what is said of how a model is fed; each task knows some. */
public enum SettingsPart {
    IMAGES,
    SOUND,
    /** What is made of sound first: only of a model that listens. */
    LISTENING,
    /** What is heard in sound: only of a model that writes it down. */
    HEARING,
    BOXES,
    KEYPOINTS,
    TEXT,
    /** Which output holds the answer. */
    OUTPUT,
    /** Which place in it. */
    PLACE;

    /** What a model of this task may be told. */
    public static Set<SettingsPart> of(ModelTask task) {
        return switch (task) {
            case BINARY_CLASSIFICATION, REGRESSION, RANKING -> EnumSet.of(IMAGES, OUTPUT, PLACE);
            case MULTICLASS_CLASSIFICATION, FACE_VERIFICATION, FACE_IDENTIFICATION, IMAGE_GENERATION ->
                EnumSet.of(IMAGES, OUTPUT);
            case SPEECH_RECOGNITION -> EnumSet.of(SOUND, LISTENING, HEARING, OUTPUT);
            case SPEECH_SYNTHESIS -> EnumSet.of(SOUND);
            case SPEAKER_VERIFICATION -> EnumSet.of(SOUND, LISTENING, OUTPUT);
            case OBJECT_DETECTION -> EnumSet.of(IMAGES, BOXES);
            case POSE_ESTIMATION -> EnumSet.of(IMAGES, KEYPOINTS);
            case TEXT_GENERATION -> EnumSet.of(TEXT, OUTPUT);
        };
    }

    /** What a model of this task cannot be run without; empty where nothing beside its file. */
    public static Optional<CompanionKind> companion(ModelTask task) {
        return switch (task) {
            case SPEECH_RECOGNITION, SPEECH_SYNTHESIS -> Optional.of(CompanionKind.VOCABULARY);
            case TEXT_GENERATION -> Optional.of(CompanionKind.TOKENIZER);
            default -> Optional.empty();
        };
    }

    /** Whether a model of this task sees images and nothing else. */
    public static boolean demandsImages(ModelTask task) {
        return task == ModelTask.OBJECT_DETECTION || task == ModelTask.POSE_ESTIMATION;
    }
}
