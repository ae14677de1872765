package org.aimass.dataset.control;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.shared.Refusal;

/**
 * What the engine makes of a dataset's file each time it is asked for, and nobody keeps: no byte of a file that somebody handed in
 * reaches a browser. Two at once.
 */
final class MadeAnew {

    private static final Logger LOG = System.getLogger(MadeAnew.class.getName());
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final String made;
    private final Limits limits;

    /**
     * What it may take.
     *
     * @param patience how long to wait for others
     * @param largest in bytes
     * @param memory of the engine, in bytes
     */
    record Limits(Duration patience, long largest, Duration deadline, long memory) {}

    /** @param made the name of the file that the engine makes */
    MadeAnew(String made, Limits limits) {
        this.made = made;
        this.limits = limits;
    }

    /**
     * The bytes of what was made.
     *
     * @param command of the engine
     * @param options that follow the dataset's file
     * @throws Refusal UNAVAILABLE when others are at it, or the engine did not answer
     */
    byte[] of(
            DatasetVersion version,
            String command,
            List<String> options,
            SandboxedProcess processes,
            ArtifactStore store)
            throws IOException, InterruptedException {
        if (!places.tryAcquire(limits.patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw unavailable();
        }
        try {
            String file = "data." + version.format();
            SandboxedProcess.Result result = processes.run(
                    new EngineCommand(
                            Stream.concat(Stream.of(command, EngineCommand.place(file)), options.stream())
                                    .toList(),
                            Map.of(file, store.place(version)),
                            Map.of(),
                            Optional.of(made),
                            limits.largest,
                            limits.deadline,
                            limits.memory),
                    line -> {},
                    () -> false);
            if (!result.isDone()) {
                LOG.log(Level.WARNING, "No {0} of dataset version {1}: {2}", made, version.id(), result.reason());
            }
            return result.output().filter(bytes -> result.isDone()).orElseThrow(MadeAnew::unavailable);
        } finally {
            places.release();
        }
    }

    private static Refusal unavailable() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "dataset", "refusal.noPreview");
    }
}
