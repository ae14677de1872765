package org.aimass.engine.cli;

import java.io.PrintStream;
import java.util.Set;
import org.aimass.engine.Deadline;

/** One thing the engine does when its name is the first word of the command line. */
interface Command {

    /** The words after {@code java -jar aimass-engine.jar}. */
    String usage();

    /** Options without a value, the common ones aside. */
    default Set<String> flags() {
        return Set.of();
    }

    /** Options that are followed by a value, the common ones aside. */
    default Set<String> valuedOptions() {
        return Set.of();
    }

    /**
     * @param out takes JSON, one object a line
     * @throws org.aimass.engine.BadInput ends the process with exit code 2
     * @throws org.aimass.engine.EngineFailure ends the process with exit code 3
     */
    void run(Arguments arguments, Deadline deadline, PrintStream out);
}
