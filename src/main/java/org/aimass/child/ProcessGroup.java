package org.aimass.child;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A child and everything that it started: it leads a process group of its own. */
final class ProcessGroup {

    private ProcessGroup() {}

    /** SIGKILL to the whole group, then to the child itself in case it did not get that far. */
    static void kill(ProcessHandle leader) {
        kill(leader.pid());
        leader.descendants().forEach(ProcessHandle::destroyForcibly);
        leader.destroyForcibly();
    }

    /** SIGKILL to the group that this process leads or, now dead, has led. */
    static void kill(long leader) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s KILL -- -" + leader)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no /bin/sh to kill a process group with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
