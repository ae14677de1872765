package org.aimass.api.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Removes, once an hour, what the API has answered more than a day ago. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class SweepAnswers implements BackgroundTask {

    @Inject
    ApiAnswers answers;

    @Override
    public String name() {
        return "api.sweep";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String data) {
        answers.sweep();
    }
}
