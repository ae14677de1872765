package org.aimass.stack;

import java.util.ArrayList;
import java.util.List;

/** The visitors of one test. */
final class Visitors {
    private final List<Visitor> all = new ArrayList<>();

    Visitor next(Portal portal) {
        Visitor visitor = new Visitor(portal);
        all.add(visitor);
        return visitor;
    }

    /**
     * Closes their browsers.
     *
     * @param failed the test has failed already: keep a picture of what each of them saw, and do not complain again
     */
    void leave(boolean failed, String test) {
        List<String> complaints = new ArrayList<>();
        for (Visitor visitor : all) {
            if (failed) {
                visitor.keepPicture("failed-" + test + "-" + all.indexOf(visitor));
            }
            complaints.addAll(visitor.complaints());
            visitor.close();
        }
        all.clear();
        if (!failed && !complaints.isEmpty()) {
            throw new AssertionError("the browser complained:\n" + String.join("\n", complaints));
        }
    }
}
