package org.aimass.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.aimass.database.Database;
import org.aimass.database.DatabaseReady;
import org.aimass.security.SystemActor;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Puts off work, and does what is due on this node. What is scheduled within a transaction happens if, and only if, that
 * transaction commits. When a node dies, another one (or the same one, started again) takes over what it was doing after
 * about ten seconds.
 */
@ApplicationScoped
public class BackgroundTasks implements Finishing, Measured {

    @Resource(lookup = Database.DATA_SOURCE)
    DataSource dataSource;

    @Inject
    ContainerThreads threadFactory;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    @ConfigProperty(name = "aimass.background.threads")
    int threads;

    @Inject
    @Any
    Instance<BackgroundTask> tasks;

    @Inject
    TaskRunner runner;

    @Inject
    SystemActor actor;

    @Inject
    Clock clock;

    private @Nullable Scheduler scheduler;

    private @Nullable ExecutorService workers;

    /** As soon as the transaction has committed. A task of this name and id that is still waiting or running stays as it is. */
    public void schedule(String taskName, String id, String data) {
        schedule(taskName, id, data, clock.instant());
    }

    /** Not before the given time. */
    public void schedule(String taskName, String id, String data, Instant notBefore) {
        started().scheduleIfNotExists(new TaskInstance<>(taskName, id, data), notBefore);
        lookAfterCommit();
    }

    /** Before the other rooms start, for they may have work to put off. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseReady event) {
        actor.run("background", this::open);
    }

    private void open() {
        workers = Executors.newFixedThreadPool(threads, threadFactory);
        scheduler = SchedulerSettings.of(dataSource, tasks.stream().toList(), runner)
                .threads(threads)
                .executorService(workers)
                .build();
        scheduler.start();
    }

    @Override
    public void beginNothing() {
        started().pause();
    }

    @Override
    public boolean isFinished() {
        return started().getCurrentlyExecuting().isEmpty();
    }

    @Override
    public List<Reading> readings() {
        return List.of(
                Reading.gauge(
                        "aimass_background_tasks_executing",
                        "Background tasks that this node does now.",
                        started().getCurrentlyExecuting().size()),
                Reading.gauge("aimass_background_threads", "How many it can do at the same time.", threads));
    }

    @PreDestroy
    void stop() {
        if (scheduler != null && workers != null) {
            scheduler.stop();
            workers.shutdownNow();
        }
    }

    /** Does not wait for the next look at the table. */
    private void lookAfterCommit() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            started().triggerCheckForDueExecutions();
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    started().triggerCheckForDueExecutions();
                }
            }
        });
    }

    private Scheduler started() {
        if (scheduler == null) {
            throw new IllegalStateException("background tasks have not started");
        }
        return scheduler;
    }
}
