package org.aimass.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of model is audited; decides what is read and measured. */
public enum AuditTask {
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

    /** The name in job files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the dataset is an annotation file of the COCO challenge; else a table. */
    public boolean readsCoco() {
        return this == OBJECT_DETECTION || this == POSE_ESTIMATION;
    }

    /** Whether models answer row by row, as the columns that feed them say; else the task knows how to ask them. */
    public boolean scoresRows() {
        return !readsCoco() && this != SPEECH_RECOGNITION && this != SPEECH_SYNTHESIS && this != TEXT_GENERATION;
    }

    public static Optional<AuditTask> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
    }

    /** All names, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(AuditTask::word).toList();
    }
}
