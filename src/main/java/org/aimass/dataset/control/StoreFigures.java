package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.entity.StoreMeasure;
import org.aimass.dataset.entity.StoredBytes;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** How much of the store the datasets take, and how much it holds in all. */
@ApplicationScoped
@Transactional
@Allowed(Role.PORTAL_ADMIN)
public class StoreFigures {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Clock clock;

    /** The datasets' files by organization; a file that two organizations submitted counts for both. */
    @SuppressWarnings("unchecked")
    public Map<UUID, StoredBytes> byOrganization() {
        Map<UUID, StoredBytes> figures = new HashMap<>();
        List<Object[]> rows = em.createNativeQuery(
                        "select organization_id, count(*), sum(size_bytes) from (select distinct"
                                + " d.organization_id, v.sha256, v.size_bytes from dataset_version v join dataset_dataset d"
                                + " on d.id = v.dataset_id) files group by organization_id")
                .getResultList();
        rows.forEach(row -> figures.put(
                (UUID) row[0], new StoredBytes(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        return figures;
    }

    /** The datasets' files, each counted once. */
    public StoredBytes total() {
        Object[] row =
                (Object[]) em.createNativeQuery("select count(*), coalesce(sum(size_bytes), 0) from (select distinct"
                                + " sha256, size_bytes from dataset_version) files")
                        .getSingleResult();
        return new StoredBytes(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** What lay on the disk when it was counted last; empty before it was counted at all. */
    public Optional<StoreMeasure> onDisk() {
        return Optional.ofNullable(em.find(StoreMeasure.class, StoreMeasure.ID));
    }

    @Allowed(Role.SYSTEM)
    public void remember(StoredBytes found) {
        StoreMeasure known = em.find(StoreMeasure.class, StoreMeasure.ID);
        if (known == null) {
            em.persist(new StoreMeasure(found, clock.instant()));
        } else {
            known.again(found, clock.instant());
        }
    }
}
