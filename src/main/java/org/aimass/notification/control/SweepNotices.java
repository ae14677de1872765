package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Forgets old notices. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class SweepNotices implements BackgroundTask {

    @Inject
    OutgoingMail outgoing;

    @Override
    public String name() {
        return "notification.sweep";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofHours(12));
    }

    @Override
    public void run(String data) {
        outgoing.sweep();
    }
}
