package org.aimass.child;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands for a portal in the middle of a run, for a test to kill. Started as {@code HangingPortal DATA SANDBOX}. */
@SuppressWarnings("SystemOut")
public final class HangingPortal {

    private HangingPortal() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        SandboxedProcess processes = new SandboxedProcess(
                Optional.of(data.resolve("engine.jar").toString()), "preferred", new JobFolders(data.toString()));
        processes.use(Sandbox.valueOf(arguments[1]));
        EngineCommand command = new EngineCommand(
                List.of("family"),
                Map.of(),
                Map.of(),
                Optional.of("outcome.json"),
                1_000,
                Duration.ofMinutes(5),
                2L << 30);
        processes.run(command, System.out::println, () -> false);
    }
}
