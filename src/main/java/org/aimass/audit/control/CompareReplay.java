package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.OutcomeComparison;
import org.aimass.audit.entity.RecordedOutcome;
import org.aimass.background.BackgroundTask;
import org.aimass.dataset.control.ArtifactStore;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** Once a repeated run has completed: compares its outcome file with that of the run it repeats. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class CompareReplay implements BackgroundTask {

    private static final Logger LOG = System.getLogger(CompareReplay.class.getName());
    static final String NAME = "audit.compare-replay";

    @Inject
    Replays replays;

    @Inject
    AuditRuns runs;

    @Inject
    ArtifactStore store;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String runId) throws IOException {
        Optional<Replays.Repeated> repeated = replays.of(UUID.fromString(runId));
        if (repeated.isPresent() && repeated.get().replay().comparedAt().isEmpty()) {
            compare(repeated.get());
        }
    }

    private void compare(Replays.Repeated repeated) throws IOException {
        Optional<AuditOutcome> original = read(repeated.original());
        Optional<AuditOutcome> again = read(repeated.run());
        replays.record(
                repeated.run().id(),
                original.isPresent() && again.isPresent()
                        ? Optional.of(OutcomeComparison.of(original.get(), again.get()))
                        : Optional.empty());
    }

    /** Empty where the file is gone, or its bytes are not those that were recorded. */
    private Optional<AuditOutcome> read(AuditRun run) throws IOException {
        Sha256Digest digest = run.outcome().map(RecordedOutcome::sha256).orElseThrow(Refusal::notFound);
        try {
            Path file = store.path(digest);
            if (Files.size(file) > OutcomeReader.MAX_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            return Sha256Digest.of(bytes).equals(digest)
                    ? Optional.of(OutcomeReader.read(bytes, PlanJson.read(run.plan())))
                    : Optional.empty();
        } catch (Refusal | OutcomeReader.OutcomeRefused e) {
            LOG.log(Level.ERROR, "the outcome of run " + run.number() + " is not as it was recorded", e);
            return Optional.empty();
        }
    }

    @Override
    public void givenUp(String runId, Throwable cause) {
        replays.record(UUID.fromString(runId), Optional.empty());
    }
}
