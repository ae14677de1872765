package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Removes, once an hour, what uploads that were cut off, or left alone, a day ago or earlier have left behind. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class SweepStore implements BackgroundTask {

    private static final Duration AGE = Duration.ofHours(24);

    @Inject
    ArtifactStore artifacts;

    @Inject
    UploadEntries uploads;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "dataset.sweep";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String data) throws IOException {
        artifacts.sweep(clock.instant().minus(AGE));
        uploads.sweep(clock.instant().minus(AGE));
    }
}
