package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.control.Organizations;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Finds the model versions that the asker may see. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN, Role.SYSTEM})
public class ModelVersions {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Organizations organizations;

    /** @throws Refusal NOT_FOUND when there is none, or when it belongs to an organization that the asker may not see */
    public ModelVersion get(UUID id) {
        ModelVersion found = em.find(ModelVersion.class, id);
        if (found == null || !organizations.maySee(found.model().organizationId())) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** What the asker may audit as an auditor: READY ones, by organization, name and newest version first. */
    @Allowed(Role.AUDITOR)
    public List<ModelVersion> auditable() {
        Set<UUID> owners = organizations.auditableBy(user.organizationsWith(Role.AUDITOR));
        return owners.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select v from ModelVersion v where v.status = :ready and v.model.organization.id in :owners"
                                        + " order by v.model.organization.nameEn, v.model.name, v.number desc",
                                ModelVersion.class)
                        .setParameter("ready", ModelStatus.READY)
                        .setParameter("owners", owners)
                        .getResultList();
    }

    /** All versions of one model, newest first; of no model that the asker may not see. */
    public List<ModelVersion> of(UUID modelId) {
        return em.createQuery(
                        "select v from ModelVersion v where v.model.id = :model order by v.number desc",
                        ModelVersion.class)
                .setParameter("model", modelId)
                .getResultStream()
                .filter(version -> organizations.maySee(version.model().organizationId()))
                .toList();
    }
}
