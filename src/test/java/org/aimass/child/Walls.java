package org.aimass.child;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.aimass.stack.Debian;

/** What a test within bubblewrap needs of the machine. */
final class Walls {

    private Walls() {}

    /** Installs bubblewrap where it may; skips where it is not allowed to make its namespaces. */
    static void demand(Sandbox sandbox) {
        if (sandbox == Sandbox.BUBBLEWRAP) {
            Debian.provide(Path.of("/usr/bin/bwrap"), List.of("bubblewrap"));
            assumeTrue(Sandbox.best() == sandbox, "no working bubblewrap here");
        }
    }
}
