package org.aimass.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which columns play which roles: every task has its own. */
final class JobColumns {

    private static final int MOST_CLASSES = 1_000;
    private static final int LARGEST_VECTOR = 20_000;

    /** The roles of a task, and whether it reads one score for each class. */
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
                            Set.of(ColumnRole.RELEVANCE, ColumnRole.SCORE, ColumnRole.RANK, ColumnRole.CLUSTER),
                            false)),
            Map.entry(
                    AuditTask.FACE_VERIFICATION,
                    new Known(
                            Set.of(ColumnRole.GENUINE),
                            Set.of(
                                    ColumnRole.SCORE,
                                    ColumnRole.GROUP_LEFT,
                                    ColumnRole.GROUP_RIGHT,
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
                                    ColumnRole.COUNTERFACTUAL,
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
    private static final List<List<ColumnRole>> TOGETHER = List.of(
            List.of(ColumnRole.LEFT, ColumnRole.RIGHT),
            List.of(ColumnRole.GROUP_LEFT, ColumnRole.GROUP_RIGHT),
            List.of(ColumnRole.CLUSTER_LEFT, ColumnRole.CLUSTER_RIGHT),
            List.of(ColumnRole.CANDIDATE, ColumnRole.PROBE),
            List.of(ColumnRole.SOURCE, ColumnRole.OUTPUT),
            List.of(ColumnRole.SOURCE_TONE, ColumnRole.OUTPUT_TONE));

    /** A column may play these beside another role. */
    private static final Set<ColumnRole> BESIDE =
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

    private final AuditTask task;
    private final JobObject columns;
    private final Known known;

    private JobColumns(AuditTask task, JobObject columns, Known known) {
        this.task = task;
        this.columns = columns;
        this.known = known;
    }

    /** @throws BadInput if a role is missing, filled twice, or none of the task */
    static AuditJob.Columns read(AuditTask task, JobObject columns, boolean model) {
        Known known = BY_TASK.get(task);
        if (known == null) {
            throw new IllegalArgumentException("no columns are known for " + task);
        }
        return new JobColumns(task, columns, known).read(model);
    }

    private AuditJob.Columns read(boolean model) {
        Map<ColumnRole, String> byRole = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : ColumnRole.values()) {
            if (known.demanded.contains(role)) {
                byRole.put(role, columns.demandText(role.word()));
            } else if (known.allowed.contains(role)) {
                columns.text(role.word()).ifPresent(column -> byRole.put(role, column));
            }
        }
        List<String> scores =
                known.scores ? columns.texts("scores", 2, MOST_CLASSES).orElse(List.of()) : List.of();
        Map<ColumnRole, List<String>> vectors = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : VECTORS.getOrDefault(task, List.of())) {
            columns.textOrTexts(role.word(), LARGEST_VECTOR).ifPresent(vector -> vectors.put(role, vector));
        }
        columns.demandNothingElse();
        AuditJob.Columns read = new AuditJob.Columns(byRole, scores, vectors);
        if (model && task == AuditTask.SPEECH_RECOGNITION && !has(read, ColumnRole.AUDIO)) {
            throw columns.wrong("audio", "none", "the column that names the files that the model hears");
        }
        demandAnswers(read, model);
        demandTogether(read);
        if (task == AuditTask.FACE_IDENTIFICATION) {
            demandBoth(read, ColumnRole.IMAGE, ColumnRole.ENROLLED);
        }
        if (task == AuditTask.IMAGE_GENERATION) {
            demandImages(read, model);
        }
        demandOneRoleEach(read);
        return read;
    }

    private static boolean has(AuditJob.Columns read, ColumnRole role) {
        return read.byRole().containsKey(role) || read.vectors().containsKey(role);
    }

    private void demandBoth(AuditJob.Columns read, ColumnRole first, ColumnRole second) {
        if (has(read, first) != has(read, second)) {
            ColumnRole missing = has(read, first) ? second : first;
            ColumnRole there = has(read, first) ? first : second;
            throw columns.wrong(missing.word(), "none", "a column, for " + there.word() + " has one");
        }
    }

    /** A generator is shown images, and what it makes is not told by the dataset. */
    private void demandImages(AuditJob.Columns read, boolean model) {
        if (!model) {
            demandBoth(read, ColumnRole.FEATURES, ColumnRole.GENERATED);
        }
        for (ColumnRole role : ColumnRole.values()) {
            boolean shown = role == ColumnRole.IMAGE || role == ColumnRole.GENERATED || role == ColumnRole.CLUSTER;
            if (has(read, role) && (model ? !shown : role == ColumnRole.IMAGE)) {
                throw columns.wrong(
                        role.word(), "a column", model ? "none, for the model tells" : "none without a model");
            }
        }
    }

    private void demandTogether(AuditJob.Columns read) {
        TOGETHER.forEach(together -> demandBoth(read, together.get(0), together.get(1)));
        if (has(read, ColumnRole.CANDIDATE) && !has(read, ColumnRole.SCORE)) {
            throw columns.wrong(ColumnRole.SCORE.word(), "none", "a column, for candidate has one");
        }
        if (has(read, ColumnRole.CLUSTER) && has(read, ColumnRole.CLUSTER_LEFT)) {
            throw columns.wrong(
                    ColumnRole.CLUSTER.word(), "cluster_left too", "one for the pair, or one for each side");
        }
    }

    private void demandAnswers(AuditJob.Columns read, boolean model) {
        List<ColumnRole> answers = ANSWERS.getOrDefault(task, List.of());
        List<ColumnRole> vectors = VECTORS.getOrDefault(task, List.of());
        if (model && !vectors.isEmpty() && vectors.stream().noneMatch(role -> has(read, role))) {
            throw columns.wrong(vectors.get(0).word(), "none", "what the model is to look at");
        }
        if (model
                || answers.isEmpty()
                || !read.scores().isEmpty()
                || answers.stream().anyMatch(role -> has(read, role))) {
            return;
        }
        List<String> words =
                new ArrayList<>(answers.stream().map(ColumnRole::word).toList());
        if (known.scores) {
            words.add(0, "scores");
        }
        throw words.size() == 1
                ? columns.wrong(words.get(0), "none", "a column, or a model")
                : columns.wrong(words.get(0), "neither " + String.join(" nor ", words), "one of them, or a model");
    }

    private void demandOneRoleEach(AuditJob.Columns read) {
        List<String> taken = new ArrayList<>(read.scores());
        read.vectors().values().forEach(taken::addAll);
        read.byRole().forEach((role, column) -> {
            if (!BESIDE.contains(role)) {
                taken.add(column);
            }
        });
        Set<String> seen = new HashSet<>();
        for (String column : taken) {
            if (!seen.add(column)) {
                throw columns.wrong("", OneLine.quoted(column) + " in two roles", "one role for each column");
            }
        }
    }
}
