package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The content of a demonstration: brought about step by step by the same use cases that people use, in the name of the demo's
 * people. It looks at what is there and does the next thing, so that it goes on where it was when the portal stopped. Does
 * nothing unless {@code AIMASS_DEMO} is set, and nothing where organizations were founded before it came.
 */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class DemoContent implements BackgroundTask {

    private static final Logger LOG = System.getLogger(DemoContent.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    @ConfigProperty(name = "aimass.demo", defaultValue = "false")
    boolean demo;

    @Inject
    DemoOrganizations organizations;

    @Inject
    DemoFiles files;

    @Inject
    DemoAudits audits;

    @Inject
    DemoReport report;

    private volatile boolean done;
    private volatile boolean complete;

    @Override
    public String name() {
        return "desk.demo";
    }

    @Override
    public Optional<Duration> interval() {
        return demo ? Optional.of(PAUSE) : Optional.empty();
    }

    /** One look: as many steps as can be done without waiting for anything. */
    @Override
    public void run(String data) throws IOException, InterruptedException {
        if (done) {
            return;
        }
        try {
            Optional<DemoOrganizations.Both> both = organizations.found();
            complete = both.isPresent() && takeSteps(both.get().ministry());
            done = both.isEmpty() || complete;
        } catch (DemoFailed e) {
            done = true;
            LOG.log(Level.ERROR, "The demonstration content stays incomplete", e);
        }
    }

    /** Whether everything is there. */
    public boolean isComplete() {
        return complete;
    }

    private boolean takeSteps(UUID ministry) throws IOException, InterruptedException {
        return files.submitted(ministry)
                && files.ready()
                && audits.completed()
                && audits.judged()
                && audits.approved()
                && report.published(ministry)
                && report.used()
                && report.correctionWritten();
    }
}
