package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Sha256Digest;

/** Reads, once a day, every stored file to its end, and says of each whether it still is what its digest names. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class ScrubStore implements BackgroundTask {

    private static final Logger LOG = System.getLogger(ScrubStore.class.getName());

    private final ArtifactStore artifacts;
    private final ChangedFiles changed;

    @Inject
    ScrubStore(ArtifactStore artifacts, ChangedFiles changed) {
        this.artifacts = artifacts;
        this.changed = changed;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ScrubStore() {
        this(null, null);
    }

    @Override
    public String name() {
        return "dataset.scrub";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String data) throws IOException, InterruptedException {
        for (Sha256Digest digest : artifacts.digests()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the node ends");
            }
            changed.remember(digest, isIntact(digest));
        }
    }

    private boolean isIntact(Sha256Digest digest) {
        try (InputStream file = artifacts.open(digest)) {
            file.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a stored file is no longer what it was: " + digest, e);
            return false;
        }
    }
}
