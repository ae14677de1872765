package org.aimass.background;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aimass.database.DatabaseReady;
import org.jspecify.annotations.Nullable;

/**
 * Makes threads on which the portal's beans work as they do in a request, for as long as the thread lives. The server's own
 * factory gives a thread the surroundings of whoever asks for it; a pool asks from any thread, and then beans that first come to
 * life there have no database.
 */
@ApplicationScoped
public class ContainerThreads implements ThreadFactory {

    private static final long NOT_YET_MILLIS = 200;

    @Resource(lookup = "java:comp/DefaultContextService")
    ContextService contexts;

    private final AtomicInteger number = new AtomicInteger();

    private @Nullable Executor surroundings;

    /** Remembers the surroundings of the portal's own start. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DatabaseReady event) {
        surroundings = contexts.currentContextExecutor();
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(() -> live(work), "aimass-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** The server gives no surroundings to a portal that it is still deploying: then the thread waits. */
    private void live(Runnable work) {
        Executor executor = surroundings;
        if (executor == null) {
            throw new IllegalStateException("the portal has not started");
        }
        AtomicBoolean begun = new AtomicBoolean();
        while (!begun.get()) {
            try {
                executor.execute(() -> {
                    begun.set(true);
                    work.run();
                });
            } catch (IllegalStateException e) {
                if (begun.get() || !sleep()) {
                    throw e;
                }
            }
        }
    }

    private static boolean sleep() {
        try {
            Thread.sleep(NOT_YET_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
