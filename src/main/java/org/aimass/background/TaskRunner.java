package org.aimass.background;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.aimass.security.SystemActor;
import org.jspecify.annotations.Nullable;

/** Runs one task as the portal itself; decides what happens after a failure. */
@ApplicationScoped
class TaskRunner {

    /** Tries in all: with the pauses between them, a little over ten minutes. */
    static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(TaskRunner.class.getName());

    private final SystemActor actor;

    @Inject
    TaskRunner(SystemActor actor) {
        this.actor = actor;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TaskRunner() {
        this(null);
    }

    /** A task and its name, asked once at start: only the portal itself may ask a task anything. */
    record Known(String name, BackgroundTask task) {}

    void run(Known known, String data) {
        actor.run(known.name(), () -> call(known, data));
    }

    void runRecurring(Known known) {
        try {
            run(known, "");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, known.name() + " failed; it runs again after its usual pause", e);
        }
    }

    private static void call(Known known, String data) {
        try {
            known.task().run(data);
        } catch (Exception e) {
            throw new TaskFailed(known.name(), e);
        }
    }

    void failed(Known known, ExecutionComplete complete, ExecutionOperations<String> operations) {
        Execution execution = complete.getExecution();
        if (wasInterrupted(complete)) {
            LOG.log(Level.INFO, known.name() + " was interrupted by the portal's end; it runs again");
            Instant now = Instant.now();
            operations.reschedule(ExecutionComplete.success(execution, now, now), now);
            return;
        }
        int tries = execution.consecutiveFailures + 1;
        Throwable cause = complete.getCause().orElseGet(() -> new TaskFailed(known.name(), null));
        if (tries >= TRIES) {
            giveUp(known, execution, cause, operations);
            return;
        }
        Duration pause = pauseAfter(tries);
        LOG.log(
                Level.WARNING,
                known.name() + " failed, try " + tries + "; again in " + pause.toSeconds() + " s",
                cause);
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    /** What the end of its node interrupts has not failed. */
    private static boolean wasInterrupted(ExecutionComplete complete) {
        Throwable each = complete.getCause().orElse(null);
        while (each != null && !(each instanceof InterruptedException)) {
            each = each.getCause();
        }
        return each != null;
    }

    /** The node that ran it is gone. Something that takes a node down every time comes to an end too. */
    void cutOff(Known known, ExecutionComplete complete, ExecutionOperations<String> operations) {
        Execution execution = complete.getExecution();
        if (execution.consecutiveFailures + 1 >= TRIES) {
            giveUp(known, execution, new TaskFailed(known.name(), null), operations);
        } else {
            LOG.log(Level.INFO, known.name() + " was cut off; it runs again");
            operations.reschedule(complete, Instant.now());
        }
    }

    private void giveUp(Known known, Execution execution, Throwable cause, ExecutionOperations<String> operations) {
        LOG.log(Level.ERROR, known.name() + " failed " + TRIES + " times and is given up", cause);
        actor.run(known.name(), () -> known.task().givenUp(String.valueOf(execution.taskInstance.getData()), cause));
        operations.stop();
    }

    /** 5 s, 10 s, 20 s, ... */
    static Duration pauseAfter(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << (tries - 1));
    }

    /** Carries a task's checked exception through db-scheduler. */
    static final class TaskFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TaskFailed(String taskName, @Nullable Throwable cause) {
            super(taskName + " failed", cause);
        }
    }
}
