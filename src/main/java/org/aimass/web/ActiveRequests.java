package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.aimass.background.Finishing;

/** The requests that were under way when the portal was told to end: an upload or a download is not cut off half way if it can be helped. */
@ApplicationScoped
public class ActiveRequests implements Finishing {

    private final AtomicInteger active = new AtomicInteger();
    private volatile boolean ending;

    /** @return whether it counts; then {@link #leave} must follow */
    boolean enter() {
        if (ending) {
            return false;
        }
        active.incrementAndGet();
        return true;
    }

    void leave() {
        active.decrementAndGet();
    }

    /** What comes after is read-only and short: it does not hold up the end. */
    @Override
    public void beginNothing() {
        ending = true;
    }

    @Override
    public boolean isFinished() {
        return active.get() == 0;
    }
}
