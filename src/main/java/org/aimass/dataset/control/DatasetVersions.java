package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.organization.control.Organizations;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Finds the dataset versions that the asker may see. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN, Role.SYSTEM})
public class DatasetVersions {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Organizations organizations;

    /** @throws Refusal NOT_FOUND when there is none, or when it belongs to an organization that the asker may not see */
    public DatasetVersion get(UUID id) {
        DatasetVersion found = em.find(DatasetVersion.class, id);
        if (found == null || !organizations.maySee(found.dataset().organizationId())) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** What the asker, as an auditor, may audit with: READY ones, by organization, name and newest version first. */
    @Allowed(Role.AUDITOR)
    public List<DatasetVersion> auditable() {
        Set<UUID> owners = organizations.auditableBy(user.organizationsWith(Role.AUDITOR));
        return owners.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select v from DatasetVersion v where v.status = :ready and v.dataset.organization.id in :owners"
                                        + " order by v.dataset.organization.nameEn, v.dataset.name, v.number desc",
                                DatasetVersion.class)
                        .setParameter("ready", DatasetStatus.READY)
                        .setParameter("owners", owners)
                        .getResultList();
    }

    /** All versions of one dataset, newest first; of no dataset that the asker may not see. */
    public List<DatasetVersion> of(UUID datasetId) {
        return em.createQuery(
                        "select v from DatasetVersion v where v.dataset.id = :dataset order by v.number desc",
                        DatasetVersion.class)
                .setParameter("dataset", datasetId)
                .getResultStream()
                .filter(version -> organizations.maySee(version.dataset().organizationId()))
                .toList();
    }
}
