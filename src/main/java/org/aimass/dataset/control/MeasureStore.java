package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Counts, every five minutes, what lies in the store, so that no page has to. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class MeasureStore implements BackgroundTask {

    @Inject
    ArtifactStore artifacts;

    @Inject
    StoreFigures figures;

    @Override
    public String name() {
        return "dataset.measure";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofMinutes(5));
    }

    @Override
    public void run(String data) throws IOException {
        figures.remember(artifacts.measure());
    }
}
