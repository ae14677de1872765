package org.aimass.audit.control;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The heartbeat of one running attempt: keeps its lease, shows its progress, and learns that it is no longer wanted. The engine's
 * lines may come thousands a second; what is written is the latest one at each beat.
 */
final class Pulse {

    private final RunLeases leases;
    private final Claim claim;
    private final Duration lease;
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private volatile RunLeases.Renewal state = RunLeases.Renewal.GOING_ON;

    Pulse(RunLeases leases, Claim claim, Duration lease) {
        this.leases = leases;
        this.claim = claim;
        this.lease = lease;
    }

    /** One line of the engine. */
    void progress(String line) {
        Progress.parse(line).ifPresent(latest::set);
    }

    /** To be called several times within a lease. */
    void beat() {
        if (isWanted()) {
            state = leases.renew(claim, lease, latest.getAndSet(null));
        }
    }

    boolean isWanted() {
        return state == RunLeases.Renewal.GOING_ON;
    }
}
