package org.aimass.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles that columns may play in a task.
 *
 * @param demanded those without which nothing can be measured
 * @param allowed those beside them
 * @param scores whether there may be one column of scores for each class
 * @param vectors those that several columns may play together
 * @param answers of which the dataset must bring one where there is no model
 */
record TaskColumns(
        Set<ColumnRole> demanded,
        Set<ColumnRole> allowed,
        boolean scores,
        List<ColumnRole> vectors,
        List<ColumnRole> answers) {

    /** What every task has: the roles demanded and allowed, and whether it reads one score for each class. */
    private record Known(Set<ColumnRole> demanded, Set<ColumnRole> allowed, boolean scores) {}

    private static final Map<AuditTask, Known> BY_TASK = Map.ofEntries(
            Map.entry(
                    AuditTask.BINARY_CLASSIFICATION,
                    new Known(
                            Set.of(ColumnRole.LABEL),
                            Set.of(ColumnRole.SCORE, ColumnRole.PREDICTION, ColumnRole.WEIGHT, ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.MULTICLASS_CLASSIFICATION,
                    new Known(
                            Set.of(ColumnRole.LABEL),
                            Set.of(ColumnRole.PREDICTION, ColumnRole.WEIGHT, ColumnRole.CLUSTER),
                            true)),
            Map.entry(
                    AuditTask.REGRESSION,
                    new Known(
                            Set.of(ColumnRole.LABEL),
                            Set.of(ColumnRole.PREDICTION, ColumnRole.WEIGHT, ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.RANKING,
                    new Known(
                            Set.of(ColumnRole.QUERY),
                            Set.of(
                                    ColumnRole.RELEVANCE,
                                    ColumnRole.SCORE,
                                    ColumnRole.RANK,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.FACE_VERIFICATION,
                    new Known(
                            Set.of(ColumnRole.GENUINE),
                            Set.of(
                                    ColumnRole.SCORE,
                                    ColumnRole.GROUP_LEFT,
                                    ColumnRole.GROUP_RIGHT,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER,
                                    ColumnRole.CLUSTER_LEFT,
                                    ColumnRole.CLUSTER_RIGHT),
                            false)),
            Map.entry(
                    AuditTask.FACE_IDENTIFICATION,
                    new Known(
                            Set.of(ColumnRole.IDENTITY),
                            Set.of(
                                    ColumnRole.PROBE,
                                    ColumnRole.CANDIDATE,
                                    ColumnRole.SCORE,
                                    ColumnRole.RANK,
                                    ColumnRole.MATED,
                                    ColumnRole.ENROLLED,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.IMAGE_GENERATION,
                    new Known(
                            Set.of(),
                            Set.of(
                                    ColumnRole.GENERATED,
                                    ColumnRole.REFUSED,
                                    ColumnRole.ATTRIBUTE,
                                    ColumnRole.SOURCE_TONE,
                                    ColumnRole.OUTPUT_TONE,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.SPEECH_RECOGNITION,
                    new Known(
                            Set.of(ColumnRole.REFERENCE),
                            Set.of(
                                    ColumnRole.HYPOTHESIS,
                                    ColumnRole.AUDIO,
                                    ColumnRole.DURATION,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.SPEECH_SYNTHESIS,
                    new Known(
                            Set.of(),
                            Set.of(
                                    ColumnRole.TEXT,
                                    ColumnRole.TRANSCRIPT,
                                    ColumnRole.UTTERANCE,
                                    ColumnRole.RATING,
                                    ColumnRole.LISTENER,
                                    ColumnRole.AUDIO,
                                    ColumnRole.REFERENCE_AUDIO,
                                    ColumnRole.EMBEDDING,
                                    ColumnRole.REFERENCE_EMBEDDING,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER),
                            false)),
            Map.entry(AuditTask.OBJECT_DETECTION, new Known(Set.of(), Set.of(), false)),
            Map.entry(AuditTask.POSE_ESTIMATION, new Known(Set.of(), Set.of(), false)),
            Map.entry(
                    AuditTask.TEXT_GENERATION,
                    new Known(
                            Set.of(),
                            Set.of(
                                    ColumnRole.LABEL,
                                    ColumnRole.PREDICTION,
                                    ColumnRole.SCORE,
                                    ColumnRole.MORE,
                                    ColumnRole.LESS,
                                    ColumnRole.UNRELATED,
                                    ColumnRole.DIRECTION,
                                    ColumnRole.BIASED,
                                    ColumnRole.UNKNOWN,
                                    ColumnRole.OTHER,
                                    ColumnRole.PROMPT,
                                    ColumnRole.TOXIC,
                                    ColumnRole.REFUSED,
                                    ColumnRole.SENTIMENT,
                                    ColumnRole.ANSWER,
                                    ColumnRole.TEXT,
                                    ColumnRole.COUNTERFACTUAL,
                                    ColumnRole.EXCHANGED,
                                    ColumnRole.WEIGHT,
                                    ColumnRole.CLUSTER),
                            false)));

    /** The roles that several columns may play together. */
    private static final Map<AuditTask, List<ColumnRole>> VECTORS = Map.ofEntries(
            Map.entry(AuditTask.FACE_VERIFICATION, List.of(ColumnRole.LEFT, ColumnRole.RIGHT)),
            Map.entry(AuditTask.FACE_IDENTIFICATION, List.of(ColumnRole.IMAGE)),
            Map.entry(
                    AuditTask.IMAGE_GENERATION,
                    List.of(ColumnRole.IMAGE, ColumnRole.FEATURES, ColumnRole.SOURCE, ColumnRole.OUTPUT)));

    /** Of these all are there, or none. */
    static final List<List<ColumnRole>> TOGETHER = List.of(
            List.of(ColumnRole.LEFT, ColumnRole.RIGHT),
            List.of(ColumnRole.GROUP_LEFT, ColumnRole.GROUP_RIGHT),
            List.of(ColumnRole.CLUSTER_LEFT, ColumnRole.CLUSTER_RIGHT),
            List.of(ColumnRole.CANDIDATE, ColumnRole.PROBE),
            List.of(ColumnRole.SOURCE, ColumnRole.OUTPUT),
            List.of(ColumnRole.SOURCE_TONE, ColumnRole.OUTPUT_TONE));

    /** A column may play these beside another role. */
    static final Set<ColumnRole> BESIDE =
            Set.of(ColumnRole.CLUSTER, ColumnRole.QUERY, ColumnRole.CLUSTER_LEFT, ColumnRole.CLUSTER_RIGHT);

    /** What a dataset must bring where there is no model. */
    private static final Map<AuditTask, List<ColumnRole>> ANSWERS = Map.ofEntries(
            Map.entry(AuditTask.BINARY_CLASSIFICATION, List.of(ColumnRole.SCORE, ColumnRole.PREDICTION)),
            Map.entry(AuditTask.MULTICLASS_CLASSIFICATION, List.of(ColumnRole.PREDICTION)),
            Map.entry(AuditTask.REGRESSION, List.of(ColumnRole.PREDICTION)),
            Map.entry(AuditTask.RANKING, List.of(ColumnRole.SCORE, ColumnRole.RANK)),
            Map.entry(AuditTask.FACE_VERIFICATION, List.of(ColumnRole.SCORE, ColumnRole.LEFT)),
            Map.entry(AuditTask.FACE_IDENTIFICATION, List.of(ColumnRole.CANDIDATE, ColumnRole.IMAGE)),
            Map.entry(
                    AuditTask.IMAGE_GENERATION,
                    List.of(
                            ColumnRole.FEATURES,
                            ColumnRole.OUTPUT,
                            ColumnRole.OUTPUT_TONE,
                            ColumnRole.ATTRIBUTE,
                            ColumnRole.REFUSED)),
            Map.entry(AuditTask.SPEECH_RECOGNITION, List.of(ColumnRole.HYPOTHESIS)),
            Map.entry(
                    AuditTask.SPEECH_SYNTHESIS,
                    List.of(
                            ColumnRole.RATING,
                            ColumnRole.TRANSCRIPT,
                            ColumnRole.REFERENCE_AUDIO,
                            ColumnRole.EMBEDDING)));

    static TaskColumns of(AuditTask task) {
        Known known = BY_TASK.get(task);
        if (known == null) {
            throw new IllegalArgumentException("no columns are known for " + task);
        }
        return new TaskColumns(
                known.demanded,
                known.allowed,
                known.scores,
                VECTORS.getOrDefault(task, List.of()),
                ANSWERS.getOrDefault(task, List.of()));
    }
}
