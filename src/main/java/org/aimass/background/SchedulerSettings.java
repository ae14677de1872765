package org.aimass.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aimass.background.TaskRunner.Known;

/** How db-scheduler is used here: its table's name, how often it looks, when a silent node counts as dead. */
final class SchedulerSettings {

    static final String TABLE = "background_task";

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private SchedulerSettings() {}

    static SchedulerBuilder of(DataSource dataSource, List<BackgroundTask> tasks, TaskRunner runner) {
        List<Task<?>> onDemand = new ArrayList<>();
        List<RecurringTask<String>> recurring = new ArrayList<>();
        for (BackgroundTask task : tasks) {
            Optional<Duration> interval = task.interval();
            if (interval.isPresent()) {
                recurring.add(recurring(task, interval.get(), runner));
            } else {
                onDemand.add(onDemand(task, runner));
            }
        }
        return Scheduler.create(dataSource, onDemand)
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .tableName(TABLE)
                .serializer(new PlainText())
                .pollingInterval(LOOK)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOPPING);
    }

    private static Task<String> onDemand(BackgroundTask task, TaskRunner runner) {
        Known known = new Known(task.name(), task);
        return Tasks.oneTime(known.name(), String.class)
                .onFailure((complete, operations) -> runner.failed(known, complete, operations))
                .onDeadExecution((complete, operations) -> runner.cutOff(known, complete, operations))
                .execute((instance, context) -> runner.run(known, instance.getData()));
    }

    private static RecurringTask<String> recurring(BackgroundTask task, Duration interval, TaskRunner runner) {
        Known known = new Known(task.name(), task);
        return Tasks.recurring(known.name(), FixedDelay.of(interval), String.class)
                .initialData("")
                .onDeadExecutionRevive()
                .execute((instance, context) -> runner.runRecurring(known));
    }

    /** Task data is text and is kept as text: nothing is ever deserialized into objects. */
    private static final class PlainText implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return data == null ? new byte[0] : ((String) data).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] stored) {
            return type.cast(stored == null ? "" : new String(stored, StandardCharsets.UTF_8));
        }
    }
}
