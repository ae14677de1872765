package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * The beginnings of the first recordings of a dataset, for those who may see its rows: written anew by the engine from what it heard.
 * Each is written down.
 */
@ApplicationScoped
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class ListenToDataset {

    private static final String SOUND = "sound.wav";
    private static final int MOST_ROWS = 20;
    /** 15 seconds of 16 bits at 16 kHz, and the header. */
    private static final long LARGEST = 1L << 19;

    private final MadeAnew sounds =
            new MadeAnew(SOUND, new MadeAnew.Limits(Duration.ZERO, LARGEST, Duration.ofSeconds(30), 2L << 30));

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
                .map(ColumnProfile::name)
                .filter(version.profile()::isOfFiles)
                .orElseThrow(Refusal::notFound);
        byte[] wav = sounds.of(
                version,
                "listen",
                List.of("--column", name, "--row", String.valueOf(row), "--out", SOUND),
                processes,
                artifacts);
        looks.record(versionId, 1);
        return wav;
    }
}
