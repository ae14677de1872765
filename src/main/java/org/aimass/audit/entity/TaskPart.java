package org.aimass.audit.entity;

import java.util.List;
import java.util.Set;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;

/**
 * One part that columns play in an audit, by the engine's name for it.
 *
 * @param key of {@code columns} in job files
 * @param roles that play it: the first that the dataset has
 * @param many whether several columns play it together
 * @param answer whether it is the model's answer, which the dataset brings only where there is no model's file
 * @param fed whether it is what a model's file is fed, which is read only where there is one
 * @param beside roles without which it says nothing
 * @param without roles beside which it is not read
 */
public record TaskPart(
        String key,
        List<ColumnRole> roles,
        boolean many,
        boolean answer,
        boolean fed,
        Set<ColumnRole> beside,
        Set<ColumnRole> without) {

    static TaskPart of(String key, ColumnRole... roles) {
        return new TaskPart(key, List.of(roles), false, false, false, Set.of(), Set.of());
    }

    /** Played by several columns together. */
    static TaskPart many(String key, ColumnRole role) {
        return new TaskPart(key, List.of(role), true, false, false, Set.of(), Set.of());
    }

    /** The model's answer. */
    static TaskPart answer(String key, ColumnRole... roles) {
        return new TaskPart(key, List.of(roles), false, true, false, Set.of(), Set.of());
    }

    /** The same as the model's answer. */
    TaskPart answered() {
        return new TaskPart(key, roles, many, true, false, beside, without);
    }

    /** The same as what a model's file is fed. */
    TaskPart fedToFile() {
        return new TaskPart(key, roles, many, false, true, beside, without);
    }

    /** @param closed whether the model brings no file */
    boolean isRead(boolean closed) {
        return closed ? !fed : !answer;
    }

    /** Not read where the dataset has one of these. */
    TaskPart unless(ColumnRole... others) {
        return new TaskPart(key, roles, many, answer, fed, beside, Set.of(others));
    }

    /** Read only where the dataset has these too. */
    TaskPart with(ColumnRole... others) {
        return new TaskPart(key, roles, many, answer, fed, Set.of(others), without);
    }

    /** The columns that play it; none where nothing does. */
    public List<String> columns(DatasetSchema schema) {
        if (without.stream().anyMatch(role -> schema.column(role).isPresent())
                || beside.stream().anyMatch(role -> schema.column(role).isEmpty())) {
            return List.of();
        }
        return roles.stream()
                .map(schema::columns)
                .filter(columns -> !columns.isEmpty())
                .findFirst()
                .map(columns -> many ? columns : columns.subList(0, 1))
                .orElse(List.of());
    }
}
