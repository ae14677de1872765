package org.aimass.engine.inference;

import org.aimass.engine.inference.OnnxWalk.Forbidden;

/** A field that may stand only once: of two, protobuf would make one, and neither half was looked at as part of the whole. */
final class Once {

    private boolean seen;

    /**
     * @throws Forbidden the second time
     */
    void demand(String what) throws Forbidden {
        if (seen) {
            throw new Forbidden("a second " + what + " where one is expected");
        }
        seen = true;
    }

    boolean isSeen() {
        return seen;
    }
}
