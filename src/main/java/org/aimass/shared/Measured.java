package org.aimass.shared;

import java.util.List;

/** A part of the portal that can say in numbers how it is. A CDI bean; asked, as the system, whenever the operator's monitoring asks. */
public interface Measured {

    /** Cheap: a few indexed rows at most. */
    List<Reading> readings();

    /** Whether it asks the database; then it is left in peace while that is away. */
    default boolean asksTheDatabase() {
        return false;
    }
}
