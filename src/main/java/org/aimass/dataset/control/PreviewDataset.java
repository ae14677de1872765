package org.aimass.dataset.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.ImagePreview;
import org.aimass.organization.control.Organizations;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Shows the first rows of a dataset to those who submit for its organization, and to auditors who may audit with it. The engine
 * reads them each time; they are kept nowhere. Each look is written down.
 */
@ApplicationScoped
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class PreviewDataset {

    private static final Logger LOG = System.getLogger(PreviewDataset.class.getName());
    static final int ROWS = 20;
    private static final int AT_ONCE = 2;
    private static final long ANSWER_LIMIT = 4L << 20;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final long MEMORY = 2L << 30;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    DatasetVersions versions;

    @Inject
    Organizations organizations;

    @Inject
    ArtifactStore artifacts;

    @Inject
    SandboxedProcess processes;

    @Inject
    CurrentUser user;

    @Inject
    DatasetLooks looks;

    /**
     * The first rows.
     *
     * @param columns the first 200
     * @param columnsTotal how many there are
     * @param rows at most 20; long values are cut
     * @param images of annotated images, instead of rows
     */
    public record Preview(
            List<String> columns, long columnsTotal, List<List<String>> rows, Optional<ImagePreview> images) {}

    /** Whether the asker may see rows of a version that they may see. */
    public boolean mayLook(UUID versionId) {
        UUID owner = versions.get(versionId).dataset().organizationId();
        return user.has(Role.SUBMITTER, owner)
                || organizations
                        .auditableBy(user.organizationsWith(Role.AUDITOR))
                        .contains(owner);
    }

    /**
     * @throws Refusal NOT_FOUND when there is none, the asker may not look, or its file was refused; UNAVAILABLE when others are
     *     looking, or the engine did not answer
     */
    public Preview look(UUID versionId) throws IOException, InterruptedException {
        DatasetVersion version = versions.get(versionId);
        if (!version.isRead() || !mayLook(versionId)) {
            throw Refusal.notFound();
        }
        if (!places.tryAcquire()) {
            throw unavailable();
        }
        try {
            SandboxedProcess.Result result = processes.run(command(version), line -> {}, () -> false);
            if (!result.isDone()) {
                LOG.log(Level.WARNING, "No rows of dataset version {0}: {1}", versionId, result.reason());
                throw unavailable();
            }
            looks.record(versionId, ROWS);
            return version.profile().annotations().isPresent()
                    ? new Preview(List.of(), 0, List.of(), Optional.of(ImagePreview.parse(result.text())))
                    : parse(result.text());
        } finally {
            places.release();
        }
    }

    private EngineCommand command(DatasetVersion version) {
        String file = "data." + version.format();
        return EngineCommand.answering(
                List.of("preview", EngineCommand.place(file), "--rows", String.valueOf(ROWS)),
                Map.of(file, artifacts.place(version)),
                ANSWER_LIMIT,
                DEADLINE,
                MEMORY);
    }

    private static Preview parse(String json) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(json);
        List<String> columns = new ArrayList<>();
        root.path("columns").forEach(column -> columns.add(column.asText()));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : root.path("rows")) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asText()));
            rows.add(cells);
        }
        return new Preview(columns, root.path("columns_total").asLong(), rows, Optional.empty());
    }

    private static Refusal unavailable() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "dataset", "refusal.noPreview");
    }
}
