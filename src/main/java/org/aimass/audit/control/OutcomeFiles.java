package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.aimass.audit.entity.RecordedOutcome;
import org.aimass.dataset.control.ArtifactStore;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.security.SystemActor;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** The outcome files of completed runs: the bytes that the engine wrote, or nothing. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class OutcomeFiles {

    private static final Logger LOG = System.getLogger(OutcomeFiles.class.getName());

    @Inject
    AuditRuns runs;

    @Inject
    QuotedRows quoted;

    @Inject
    ArtifactStore store;

    @Inject
    SystemActor system;

    /**
     * Writes the file to its end, or nothing of it: its digest is checked before the first byte goes out.
     *
     * @throws Refusal NOT_FOUND when there is no such run, it is another organization's, has no outcome, or quotes what the asker may not
     *     read; UNAVAILABLE when the file is not what was recorded
     */
    public void write(UUID runId, OutputStream out) {
        if (quoted.any(runId) && !quoted.mayRead(runId)) {
            throw Refusal.notFound();
        }
        Sha256Digest digest =
                runs.get(runId).outcome().map(RecordedOutcome::sha256).orElseThrow(Refusal::notFound);
        system.run("read-outcome", () -> {
            check(digest);
            copy(digest, out);
        });
    }

    private void check(Sha256Digest digest) {
        try (InputStream file = store.open(digest)) {
            file.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | Refusal e) {
            LOG.log(Level.ERROR, "outcome file " + digest + " is not as it was recorded", e);
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "audit", "results.notIntact");
        }
    }

    private void copy(Sha256Digest digest, OutputStream out) {
        try (InputStream file = store.open(digest)) {
            file.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
