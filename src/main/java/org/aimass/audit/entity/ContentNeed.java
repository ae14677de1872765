package org.aimass.audit.entity;

import java.util.function.Predicate;
import org.aimass.dataset.entity.Profile;

/**
 * What a dataset must hold, beside its columns, so that a task can be audited on it.
 *
 * @param answer whether a model's file gives it otherwise
 * @param problem the key of what to say where it is missing
 */
public record ContentNeed(Predicate<Profile> content, boolean answer, String problem) {

    /** @param closed whether the model brings no file */
    boolean holds(Profile profile, boolean closed) {
        return (answer && !closed) || content.test(profile);
    }
}
