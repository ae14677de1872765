package org.aimass.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which columns play which roles: every task has its own. */
final class JobColumns {

    private static final int MOST_CLASSES = 1_000;

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

    /** What a dataset must bring where there is no model. */
    private static final Map<AuditTask, List<ColumnRole>> ANSWERS = Map.ofEntries(
            Map.entry(AuditTask.BINARY_CLASSIFICATION, List.of(ColumnRole.SCORE, ColumnRole.PREDICTION)),
            Map.entry(AuditTask.MULTICLASS_CLASSIFICATION, List.of(ColumnRole.PREDICTION)),
            Map.entry(AuditTask.REGRESSION, List.of(ColumnRole.PREDICTION)),
            Map.entry(AuditTask.RANKING, List.of(ColumnRole.SCORE, ColumnRole.RANK)));

    private final AuditTask task;
    private final JobObject columns;
    private final Known known;

    private JobColumns(AuditTask task, JobObject columns, Known known) {
        this.task = task;
        this.columns = columns;
        this.known = known;
    }

    static boolean measures(AuditTask task) {
        return BY_TASK.containsKey(task);
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
        columns.demandNothingElse();
        demandAnswers(byRole, scores, model);
        demandOneRoleEach(byRole, scores);
        return new AuditJob.Columns(byRole, scores);
    }

    private void demandAnswers(Map<ColumnRole, String> byRole, List<String> scores, boolean model) {
        List<ColumnRole> answers = ANSWERS.getOrDefault(task, List.of());
        if (model || answers.isEmpty() || !scores.isEmpty() || answers.stream().anyMatch(byRole::containsKey)) {
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

    private void demandOneRoleEach(Map<ColumnRole, String> byRole, List<String> scores) {
        List<String> taken = new ArrayList<>(scores);
        byRole.forEach((role, column) -> {
            if (role != ColumnRole.CLUSTER && role != ColumnRole.QUERY) {
                taken.add(column);
            }
        });
        for (int i = 0; i < taken.size(); i++) {
            if (taken.indexOf(taken.get(i)) < i) {
                throw columns.wrong("", OneLine.quoted(taken.get(i)) + " in two roles", "one role for each column");
            }
        }
    }
}
