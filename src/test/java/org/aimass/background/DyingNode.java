package org.aimass.background;

import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A node for a test to kill in the middle of a task. Started as {@code DyingNode JDBC-URL USER}. */
@SuppressWarnings("SystemOut")
public final class DyingNode {

    private DyingNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        SchedulerSettings.of(
                        source,
                        List.of(new Waiting(data -> System.out.println("doing " + data), 600_000)),
                        new TaskRunner(new Anyone()))
                .build()
                .start();
        Thread.sleep(600_000);
    }
}
