package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.Annotations;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Small pictures of the first images of a dataset, for those who may see its rows: drawn anew by the engine from what it saw. */
@ApplicationScoped
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class PictureDataset {

    private static final String SHEET = "sheet.png";

    private final MadeAnew sheets = new MadeAnew(
            SHEET, new MadeAnew.Limits(Duration.ofSeconds(20), 8L << 20, Duration.ofSeconds(60), 3L << 30));

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
        return sheets.of(
                version,
                "preview",
                List.of("--rows", String.valueOf(PreviewDataset.ROWS), "--sheet", SHEET),
                processes,
                artifacts);
    }
}
