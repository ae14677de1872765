package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What only one task asks for in {@code options}, with every default filled in. */
public interface TaskSettings {

    /** Writes all of it under the keys of the job file, so that it is part of the plan's digest. */
    void write(ObjectNode options);
}
