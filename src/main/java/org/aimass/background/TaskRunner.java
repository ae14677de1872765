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

    @Inject
    SystemActor actor;

    void run(BackgroundTask task, String data) {
        actor.run(task.name(), () -> call(task, data));
    }

    void runRecurring(BackgroundTask task) {
        try {
            run(task, "");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, task.name() + " failed; it runs again after its usual pause", e);
        }
    }

    private static void call(BackgroundTask task, String data) {
        try {
            task.run(data);
        } catch (Exception e) {
            throw new TaskFailed(task.name(), e);
        }
    }

    void failed(BackgroundTask task, ExecutionComplete complete, ExecutionOperations<String> operations) {
        Execution execution = complete.getExecution();
        int tries = execution.consecutiveFailures + 1;
        Throwable cause = complete.getCause().orElseGet(() -> new TaskFailed(task.name(), null));
        if (tries >= TRIES) {
            giveUp(task, execution, cause, operations);
            return;
        }
        Duration pause = pauseAfter(tries);
        LOG.log(Level.WARNING, task.name() + " failed, try " + tries + "; again in " + pause.toSeconds() + " s", cause);
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    /** The node that ran it is gone. Something that takes a node down every time comes to an end too. */
    void cutOff(BackgroundTask task, ExecutionComplete complete, ExecutionOperations<String> operations) {
        Execution execution = complete.getExecution();
        if (execution.consecutiveFailures + 1 >= TRIES) {
            giveUp(task, execution, new TaskFailed(task.name(), null), operations);
        } else {
            LOG.log(Level.INFO, task.name() + " was cut off; it runs again");
            operations.reschedule(complete, Instant.now());
        }
    }

    private void giveUp(
            BackgroundTask task, Execution execution, Throwable cause, ExecutionOperations<String> operations) {
        LOG.log(Level.ERROR, task.name() + " failed " + TRIES + " times and is given up", cause);
        actor.run(task.name(), () -> task.givenUp(String.valueOf(execution.taskInstance.getData()), cause));
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
