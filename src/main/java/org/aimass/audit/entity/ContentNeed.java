package org.aimass.audit.entity;

import java.util.function.Predicate;
import org.aimass.dataset.entity.Profile;

/**
 * What a dataset must hold, beside its columns, so that a task can be audited on it.
 *
 * @param problem the key of what to say where it is missing
 */
public record ContentNeed(Predicate<Profile> content, Of of, String problem) {

    /** Of which models' datasets it is asked. */
    public enum Of {
        ALL,
        /** of models without a file, which would give it otherwise */
        CLOSED,
        /** of models with a file, which look at it */
        OPEN
    }

    /** @param closed whether the model brings no file */
    boolean holds(Profile profile, boolean closed) {
        boolean asked = of == Of.ALL || (of == Of.CLOSED) == closed;
        return !asked || content.test(profile);
    }
}
