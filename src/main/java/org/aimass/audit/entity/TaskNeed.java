package org.aimass.audit.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;

/**
 * What a dataset must have so that a task can be audited on it.
 *
 * @param beside the role whose column needs it; empty where it is needed in any case
 * @param anyOf alternatives, of each of which all roles must be there
 * @param answer whether a model's file gives it otherwise
 * @param fed whether only a model's file needs it
 * @param problem the key of what to say where it is missing
 */
public record TaskNeed(
        Optional<ColumnRole> beside, List<Set<ColumnRole>> anyOf, boolean answer, boolean fed, String problem) {

    static TaskNeed anyOf(String problem, List<Set<ColumnRole>> alternatives) {
        return new TaskNeed(Optional.empty(), alternatives, false, false, problem);
    }

    static TaskNeed of(String problem, ColumnRole role) {
        return anyOf(problem, List.of(Set.of(role)));
    }

    /** What a model's file answers, where there is one. */
    static TaskNeed answer(String problem, ColumnRole... any) {
        return new TaskNeed(Optional.empty(), Arrays.stream(any).map(Set::of).toList(), true, false, problem);
    }

    /** The same, unless the model brings a file. */
    TaskNeed unlessFile() {
        return new TaskNeed(beside, anyOf, true, false, problem);
    }

    /** What a model's file is fed. */
    static TaskNeed fed(String problem, ColumnRole... all) {
        return new TaskNeed(Optional.empty(), List.of(Set.of(all)), false, true, problem);
    }

    /** That the model brings no file. */
    static TaskNeed closed(String problem) {
        return new TaskNeed(Optional.empty(), List.of(), false, true, problem);
    }

    /** Who has the one must have the other. */
    static TaskNeed beside(String problem, ColumnRole role, ColumnRole other) {
        return new TaskNeed(Optional.of(role), List.of(Set.of(other)), false, false, problem);
    }

    /** @param closed whether the model brings no file */
    public boolean holds(DatasetSchema schema, boolean closed) {
        return (answer && !closed)
                || (fed && closed)
                || beside.filter(role -> schema.column(role).isEmpty()).isPresent()
                || anyOf.stream().anyMatch(all -> all.stream()
                        .allMatch(role -> schema.column(role).isPresent()));
    }
}
