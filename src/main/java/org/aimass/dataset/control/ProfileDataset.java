package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.background.BackgroundTask;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.Profile;
import org.aimass.dataset.entity.TableFaults;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Has the engine read a new dataset's file, and writes down what its columns hold, or why it cannot be used. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class ProfileDataset implements BackgroundTask {

    static final String NAME = "dataset.profile";

    /** CSV or an archive: the engine looks into a file of such an ending. */
    private static final String PACKED = "csv.gz";

    private static final long ANSWER_LIMIT = 64L << 20;
    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final long MEMORY = 8L << 30;

    @Inject
    DatasetVersions versions;

    @Inject
    DatasetProfiles profiles;

    @Inject
    ArtifactStore artifacts;

    @Inject
    SandboxedProcess processes;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String versionId) throws IOException, InterruptedException {
        DatasetVersion version = versions.get(UUID.fromString(versionId));
        if (version.status() != DatasetStatus.PROFILING) {
            return;
        }
        String file = version.format().equals(PACKED) ? "data.gz" : "data." + version.format();
        SandboxedProcess.Result result = processes.run(
                EngineCommand.answering(
                        List.of("profile", EngineCommand.place(file)),
                        Map.of(file, artifacts.path(version.sha256())),
                        ANSWER_LIMIT,
                        DEADLINE,
                        MEMORY),
                line -> {},
                () -> false);
        if (result.wasKilledFromOutside()) {
            throw new IOException(result.reason());
        }
        if (result.isDone()) {
            accept(version, result);
        } else {
            profiles.refuse(version.id(), result.reason(), faults(version, file));
        }
    }

    /** All that is wrong with the lines of a CSV file or a manifest, not only the first; empty where nothing can be said. */
    private Optional<String> faults(DatasetVersion version, String file) throws IOException, InterruptedException {
        if (version.format().equals("parquet")) {
            return Optional.empty();
        }
        SandboxedProcess.Result result = processes.run(
                EngineCommand.answering(
                        List.of("check", EngineCommand.place(file)),
                        Map.of(file, artifacts.path(version.sha256())),
                        ANSWER_LIMIT,
                        DEADLINE,
                        MEMORY),
                line -> {},
                () -> false);
        try {
            return result.isDone() && TableFaults.parse(result.text()).total() > 0
                    ? Optional.of(result.text())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void accept(DatasetVersion version, SandboxedProcess.Result result) throws IOException {
        String answer = result.text();
        Profile profile;
        try {
            profile = Profile.parse(answer);
        } catch (IllegalArgumentException e) {
            profiles.refuse(version.id(), "the engine gave no usable answer: " + e.getMessage(), Optional.empty());
            return;
        }
        if (!profile.sha256().equals(version.sha256())) {
            throw new IOException("the stored file " + version.sha256() + " has changed");
        }
        profiles.accept(version.id(), answer, result.sandboxed());
    }

    @Override
    public void givenUp(String versionId, Throwable cause) {
        profiles.refuse(UUID.fromString(versionId), "the file could not be read; submit it again", Optional.empty());
    }
}
