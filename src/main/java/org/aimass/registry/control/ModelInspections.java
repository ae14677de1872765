package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Writes down what an inspection found. Said twice, it counts once. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class ModelInspections {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    Event<ModelInspected> inspected;

    /**
     * @param signatureJson as the engine wrote it
     * @param sandboxed whether there were walls around the engine
     */
    public void accept(UUID versionId, String signatureJson, boolean sandboxed) {
        ModelVersion version = lock(versionId);
        if (version.status() == ModelStatus.INSPECTING) {
            version.inspected(signatureJson);
            record(version, "model.inspected", Map.of("sandboxed", sandboxed));
            tell(version, true);
        }
    }

    /** @param reason one line, as the engine said it */
    public void refuse(UUID versionId, String reason) {
        ModelVersion version = lock(versionId);
        if (version.status() == ModelStatus.INSPECTING) {
            version.refuse(reason);
            record(version, "model.refused", Map.of("reason", reason));
            tell(version, false);
        }
    }

    private ModelVersion lock(UUID id) {
        ModelVersion version = em.find(ModelVersion.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        return version;
    }

    private void record(ModelVersion version, String action, Map<String, ?> details) {
        activity.record(
                version.model().organizationId(),
                action,
                "model_version",
                version.id().toString(),
                details);
    }

    private void tell(ModelVersion version, boolean ready) {
        inspected.fire(new ModelInspected(version.id(), version.model().organizationId(), version.submitter(), ready));
    }
}
