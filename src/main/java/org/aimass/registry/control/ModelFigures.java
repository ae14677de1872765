package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.dataset.entity.StoredBytes;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** How much of the store the models take, with what lies beside their files. */
@ApplicationScoped
@Transactional
@Allowed(Role.PORTAL_ADMIN)
public class ModelFigures {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** The models' files by organization; a file that two organizations registered counts for both. */
    @SuppressWarnings("unchecked")
    public Map<UUID, StoredBytes> byOrganization() {
        Map<UUID, StoredBytes> figures = new HashMap<>();
        List<Object[]> rows = em.createNativeQuery("select organization_id, count(*), sum(size_bytes) from (select"
                        + " m.organization_id, v.sha256, v.size_bytes from registry_model_version v join registry_model m"
                        + " on m.id = v.model_id where v.sha256 is not null union select m.organization_id, c.sha256,"
                        + " c.size_bytes from registry_companion c join registry_model_version v on v.id ="
                        + " c.version_id join registry_model m on m.id = v.model_id) files group by"
                        + " organization_id")
                .getResultList();
        rows.forEach(row -> figures.put(
                (UUID) row[0], new StoredBytes(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        return figures;
    }

    /** The models' files, each counted once. */
    public StoredBytes total() {
        Object[] row = (Object[]) em.createNativeQuery("select count(*), coalesce(sum(size_bytes), 0) from (select"
                        + " sha256, size_bytes from registry_model_version where sha256 is not null union select"
                        + " sha256, size_bytes from registry_companion) files")
                .getSingleResult();
        return new StoredBytes(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
