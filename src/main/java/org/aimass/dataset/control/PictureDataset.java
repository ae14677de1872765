package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.Annotations;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Small pictures of the first images of a dataset, for those who may see its rows. The engine reads the images each time and draws
 * anew what it saw: no byte of a file that somebody handed in reaches a browser. They are kept nowhere.
 */
@ApplicationScoped
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class PictureDataset {

    private static final Logger LOG = System.getLogger(PictureDataset.class.getName());
    private static final String SHEET = "sheet.png";
    private static final int AT_ONCE = 2;
    private static final int PATIENCE = 20;
    private static final long LARGEST = 8L << 20;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final long MEMORY = 3L << 30;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    DatasetVersions versions;

    @Inject
    PreviewDataset previews;

    @Inject
    ArtifactStore artifacts;

    @Inject
    SandboxedProcess processes;

    /**
     * One PNG file, one picture below the other.
     *
     * @throws Refusal NOT_FOUND when there is none, it has no images or the asker may not look; UNAVAILABLE when others are looking,
     *     or the engine did not answer
     */
    public byte[] sheet(UUID versionId) throws IOException, InterruptedException {
        DatasetVersion version = versions.get(versionId);
        if (!version.isRead()
                || !version.profile().annotations().map(Annotations::hasImages).orElse(false)
                || !previews.mayLook(versionId)) {
            throw Refusal.notFound();
        }
        if (!places.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
            throw unavailable();
        }
        try {
            SandboxedProcess.Result result = processes.run(command(version), line -> {}, () -> false);
            if (!result.isDone()) {
                LOG.log(Level.WARNING, "No pictures of dataset version {0}: {1}", versionId, result.reason());
            }
            return result.output().filter(png -> result.isDone()).orElseThrow(PictureDataset::unavailable);
        } finally {
            places.release();
        }
    }

    private EngineCommand command(DatasetVersion version) {
        String file = "data." + version.format();
        return new EngineCommand(
                List.of(
                        "preview",
                        EngineCommand.place(file),
                        "--rows",
                        String.valueOf(PreviewDataset.ROWS),
                        "--sheet",
                        SHEET),
                Map.of(file, artifacts.place(version)),
                Map.of(),
                Optional.of(SHEET),
                LARGEST,
                DEADLINE,
                MEMORY);
    }

    private static Refusal unavailable() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "dataset", "refusal.noPreview");
    }
}
