package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aimass.background.BackgroundTask;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.desk.entity.Machine;
import org.aimass.desk.entity.SystemCheck;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Has the engine say, within its walls, what it finds on this node. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class CheckSystem implements BackgroundTask {

    static final String NAME = "desk.system-check";

    private static final long ANSWER_LIMIT = 64L << 10;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final long MEMORY = 4L << 30;

    @Inject
    SystemChecks checks;

    @Inject
    SandboxedProcess processes;

    @Inject
    Clock clock;

    /** @param node that is to be checked */
    static String data(String node, Instant askedAt) {
        return askedAt + " " + node;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) throws IOException, InterruptedException {
        String[] asked = data.split(" ", 2);
        if (asked[1].equals(SystemChecks.thisNode())) {
            check();
        } else if (clock.instant().isBefore(Instant.parse(asked[0]).plus(SystemCheck.PATIENCE))) {
            checks.passOn(data);
        }
    }

    private void check() throws IOException, InterruptedException {
        try {
            SandboxedProcess.Result result = processes.run(
                    EngineCommand.answering(List.of("doctor"), Map.of(), ANSWER_LIMIT, DEADLINE, MEMORY),
                    line -> {},
                    () -> false);
            if (result.isDone()) {
                Machine.parse(result.text());
                checks.answered(result.text(), result.sandboxed());
            } else {
                checks.failed(result.reason());
            }
        } catch (Refusal e) {
            checks.failed(e.key().endsWith("sandbox") ? "bubblewrap is required and does not work" : "no engine");
        } catch (IllegalArgumentException e) {
            checks.failed("the engine gave no usable answer");
        }
    }
}
