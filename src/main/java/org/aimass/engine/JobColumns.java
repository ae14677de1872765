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

    private final AuditTask task;
    private final JobObject columns;
    private final TaskColumns known;

    private JobColumns(AuditTask task, JobObject columns, TaskColumns known) {
        this.task = task;
        this.columns = columns;
        this.known = known;
    }

    /** @throws BadInput if a role is missing, filled twice, or none of the task */
    static AuditJob.Columns read(AuditTask task, JobObject columns, boolean model) {
        return new JobColumns(task, columns, TaskColumns.of(task)).read(model);
    }

    private AuditJob.Columns read(boolean model) {
        Map<ColumnRole, String> byRole = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : ColumnRole.values()) {
            if (known.demanded().contains(role)) {
                byRole.put(role, columns.demandText(role.word()));
            } else if (known.allowed().contains(role)) {
                columns.text(role.word()).ifPresent(column -> byRole.put(role, column));
            }
        }
        List<String> scores =
                known.scores() ? columns.texts("scores", 2, MOST_CLASSES).orElse(List.of()) : List.of();
        Map<ColumnRole, List<String>> vectors = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : known.vectors()) {
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
        TaskColumns.TOGETHER.forEach(together -> demandBoth(read, together.get(0), together.get(1)));
        if (has(read, ColumnRole.CANDIDATE) && !has(read, ColumnRole.SCORE)) {
            throw columns.wrong(ColumnRole.SCORE.word(), "none", "a column, for candidate has one");
        }
        if (has(read, ColumnRole.CLUSTER) && has(read, ColumnRole.CLUSTER_LEFT)) {
            throw columns.wrong(
                    ColumnRole.CLUSTER.word(), "cluster_left too", "one for the pair, or one for each side");
        }
    }

    private void demandAnswers(AuditJob.Columns read, boolean model) {
        List<ColumnRole> answers = known.answers();
        List<ColumnRole> vectors = known.vectors();
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
        if (known.scores()) {
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
            if (!TaskColumns.BESIDE.contains(role)) {
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
