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
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * The beginnings of the first recordings of a dataset, for those who may see its rows. The engine decodes a recording each time and
 * writes anew what it heard: no byte of a file that somebody handed in reaches a browser. They are kept nowhere. Each is written down.
 */
@ApplicationScoped
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class ListenToDataset {

    private static final Logger LOG = System.getLogger(ListenToDataset.class.getName());
    private static final String SOUND = "sound.wav";
    private static final int MOST_ROWS = 20;
    private static final int AT_ONCE = 2;
    /** 15 seconds of 16 bits at 16 kHz, and the header. */
    private static final long LARGEST = 1L << 19;

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long MEMORY = 2L << 30;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    DatasetVersions versions;

    @Inject
    PreviewDataset previews;

    @Inject
    ArtifactStore artifacts;

    @Inject
    SandboxedProcess processes;

    @Inject
    DatasetLooks looks;

    /**
     * A WAV file.
     *
     * @param column that names files of the archive, by its place
     * @param row from 1 to 20
     * @throws Refusal NOT_FOUND when there is no such recording, or the asker may not look; UNAVAILABLE when others are listening, or
     *     the engine did not answer
     */
    public byte[] wav(UUID versionId, int column, int row) throws IOException, InterruptedException {
        DatasetVersion version = versions.get(versionId);
        if (!version.isRead() || !previews.mayLook(versionId) || row < 1 || row > MOST_ROWS) {
            throw Refusal.notFound();
        }
        String name = version.profile().columns().stream()
                .skip(Math.max(0, column))
                .findFirst()
                .map(found -> found.name())
                .filter(version.profile()::isOfFiles)
                .orElseThrow(Refusal::notFound);
        if (!places.tryAcquire()) {
            throw unavailable();
        }
        try {
            SandboxedProcess.Result result = processes.run(command(version, name, row), line -> {}, () -> false);
            if (!result.isDone()) {
                LOG.log(Level.WARNING, "No sound of dataset version {0}: {1}", versionId, result.reason());
            }
            byte[] wav = result.output().filter(sound -> result.isDone()).orElseThrow(ListenToDataset::unavailable);
            looks.record(versionId, 1);
            return wav;
        } finally {
            places.release();
        }
    }

    private EngineCommand command(DatasetVersion version, String column, int row) {
        String file = "data." + version.format();
        return new EngineCommand(
                List.of(
                        "listen",
                        EngineCommand.place(file),
                        "--column",
                        column,
                        "--row",
                        String.valueOf(row),
                        "--out",
                        SOUND),
                Map.of(file, artifacts.place(version)),
                Map.of(),
                Optional.of(SOUND),
                LARGEST,
                DEADLINE,
                MEMORY);
    }

    private static Refusal unavailable() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "dataset", "refusal.noPreview");
    }
}
