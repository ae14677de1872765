package org.aimass.engine.task;

import java.util.List;

/** The group that others are to be compared with has no rows. */
public final class AbsentReference extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    AbsentReference(String named, List<String> over) {
        super("the reference group \"" + named + "\" does not occur in " + over);
    }
}
