package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.Profile;

/**
 * One form in which a dataset may bring what a task is audited on.
 *
 * @param name among the forms of the task; of language models the engine's protocol
 * @param parts that its columns play
 * @param needs what must be there
 * @param checks what columns must hold
 * @param contents what the dataset must hold beside its columns
 * @param threshold whether a threshold decides what the scores mean
 */
public record TaskForm(
        String name,
        List<TaskPart> parts,
        List<TaskNeed> needs,
        List<TaskCheck> checks,
        List<ContentNeed> contents,
        boolean threshold) {

    /**
     * What a dataset does not keep.
     *
     * @param column it is about; empty text where it is about none
     */
    public record Missing(String problem, String column) {}

    static TaskForm of(String name, List<TaskPart> parts, List<TaskNeed> needs, TaskCheck... checks) {
        return new TaskForm(name, parts, needs, List.of(checks), List.of(), false);
    }

    TaskForm withThreshold() {
        return new TaskForm(name, parts, needs, checks, contents, true);
    }

    TaskForm holding(List<ContentNeed> needed) {
        return new TaskForm(name, parts, needs, checks, needed, threshold);
    }

    /** @param closed whether the model brings no file */
    public List<Missing> missing(DatasetSchema schema, Profile profile, boolean closed) {
        List<Missing> missing = new ArrayList<>();
        needs.stream()
                .filter(need -> !need.holds(schema, closed))
                .forEach(need -> missing.add(new Missing(need.problem(), "")));
        contents.stream()
                .filter(need -> !need.holds(profile, closed))
                .forEach(need -> missing.add(new Missing(need.problem(), "")));
        for (TaskCheck check : checks) {
            if (closed || !check.answer()) {
                schema.columns(check.role()).stream()
                        .filter(name ->
                                profile.column(name).filter(check.content()).isEmpty())
                        .forEach(name -> missing.add(new Missing(check.problem(), name)));
            }
        }
        return missing;
    }

    /** What a model's file is fed: the columns of all parts that only it reads. */
    public List<String> fed(DatasetSchema schema) {
        return parts.stream()
                .filter(TaskPart::fed)
                .flatMap(part -> part.columns(schema).stream())
                .toList();
    }

    /** By the engine's key the columns that play the part. */
    public Map<String, List<String>> columns(DatasetSchema schema, boolean closed) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (TaskPart part : parts) {
            List<String> found = part.isRead(closed) ? part.columns(schema) : List.of();
            if (!found.isEmpty()) {
                columns.put(part.key(), found);
            }
        }
        return columns;
    }
}
