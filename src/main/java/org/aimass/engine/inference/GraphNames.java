package org.aimass.engine.inference;

import java.util.HashMap;
import java.util.Map;
import org.aimass.engine.OneLine;
import org.aimass.engine.inference.OnnxWalk.Forbidden;

/**
 * What the names of one graph stand for: each for one thing. Native code keeps the later of two and the type and size of
 * the earlier. A constant that a node makes counts as the initializer that native code turns it into.
 */
final class GraphNames {

    private static final int MOST_CHARACTERS = 64 << 20;

    private enum Meaning {
        INPUT,
        INITIALIZER,
        RESULT
    }

    /** What the names of all graphs of a file may take together. */
    static final class Room {
        private int taken;

        private void take(String name) throws Forbidden {
            taken += name.length();
            if (taken > MOST_CHARACTERS) {
                throw new Forbidden("names of more than " + (MOST_CHARACTERS >> 20) + " million characters");
            }
        }
    }

    private final boolean nested;
    private final Room room;
    private final Map<String, Meaning> meanings = new HashMap<>();

    GraphNames(boolean nested, Room room) {
        this.nested = nested;
        this.room = room;
    }

    void input(String name) throws Forbidden {
        add(name, Meaning.INPUT);
    }

    void initializer(String name) throws Forbidden {
        add(name, Meaning.INITIALIZER);
    }

    /** What a node gives; one that nobody wants has no name. */
    void result(String name) throws Forbidden {
        if (!name.isEmpty()) {
            add(name, Meaning.RESULT);
        }
    }

    private void add(String name, Meaning meaning) throws Forbidden {
        Meaning other = meanings.put(name, meaning);
        if (other == null) {
            room.take(name);
            return;
        }
        boolean initialized = other != meaning && other != Meaning.RESULT && meaning != Meaning.RESULT;
        if (initialized && nested) {
            throw new Forbidden("an input of a nested graph that is also an initializer: " + OneLine.quoted(name));
        }
        if (!initialized) {
            throw new Forbidden("two things of the name " + OneLine.quoted(name) + " in one graph");
        }
    }
}
