package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.dataset.control.ArtifactStore;
import org.aimass.organization.control.Organizations;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/**
 * Gives out a version's file: to those who submit for its organization or run it, and to auditors who may audit it, who need
 * it to repeat a run. Each time is written down.
 */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class DownloadModel {

    @Inject
    ModelVersions versions;

    @Inject
    ArtifactStore artifacts;

    @Inject
    CurrentUser user;

    @Inject
    Organizations organizations;

    @Inject
    ActivityLog activity;

    /**
     * A file to send.
     *
     * @param content fails at its end when the stored bytes have changed
     */
    public record Artifact(String name, long bytes, Sha256Digest sha256, InputStream content) {}

    /** Whether the asker may have the file of a version that they may see. */
    public boolean mayOpen(UUID versionId) {
        UUID owner = versions.get(versionId).model().organizationId();
        return user.has(Role.SUBMITTER, owner)
                || user.has(Role.ORGANIZATION_ADMIN, owner)
                || organizations
                        .auditableBy(user.organizationsWith(Role.AUDITOR))
                        .contains(owner);
    }

    /** @throws Refusal NOT_FOUND when there is none, or the asker may not see it, or it brings no file */
    public Artifact open(UUID versionId) throws IOException {
        ModelVersion version = openable(versionId);
        return open(
                version,
                version.model().name() + " " + version.label() + ".onnx",
                version.bytes().orElseThrow(Refusal::notFound),
                version.sha256().orElseThrow(Refusal::notFound));
    }

    /**
     * A file beside the model's own.
     *
     * @throws Refusal as {@link #open(UUID)}
     */
    public Artifact open(UUID versionId, CompanionKind kind) throws IOException {
        ModelVersion version = openable(versionId);
        Companion file = version.feed().companion(kind).orElseThrow(Refusal::notFound);
        return open(version, file.name(), file.bytes(), file.sha256());
    }

    private ModelVersion openable(UUID versionId) {
        ModelVersion version = versions.get(versionId);
        if (!mayOpen(versionId)) {
            throw Refusal.notFound();
        }
        return version;
    }

    private Artifact open(ModelVersion version, String name, long bytes, Sha256Digest digest) throws IOException {
        InputStream content = artifacts.open(digest);
        activity.record(
                version.model().organizationId(),
                "model.downloaded",
                "model_version",
                version.id().toString(),
                Map.of("sha256", digest.hex()));
        return new Artifact(name, bytes, digest, content);
    }
}
