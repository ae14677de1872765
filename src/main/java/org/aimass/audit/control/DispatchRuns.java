package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Claims waiting runs for this node, again and again, as long as it has a free slot. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class DispatchRuns implements BackgroundTask {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    RunLeases leases;

    @Inject
    RunWorkers workers;

    @Inject
    @ConfigProperty(name = "aimass.run.lease")
    Duration lease;

    private final String node = ManagementFactory.getRuntimeMXBean().getName();

    @Override
    public String name() {
        return "audit.dispatch-runs";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(PAUSE);
    }

    @Override
    public void run(String data) {
        while (workers.takeSlot()) {
            Optional<Claim> claim = claim();
            if (claim.isEmpty()) {
                return;
            }
            workers.run(claim.get());
        }
    }

    private Optional<Claim> claim() {
        Optional<Claim> claim = Optional.empty();
        try {
            claim = leases.claim(node, lease);
            return claim;
        } finally {
            if (claim.isEmpty()) {
                workers.leaveSlot();
            }
        }
    }
}
