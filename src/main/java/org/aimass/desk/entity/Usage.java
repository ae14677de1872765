package org.aimass.desk.entity;

import java.util.UUID;
import org.aimass.dataset.entity.StoredBytes;

/** What one organization keeps in the store. */
public record Usage(UUID organizationId, StoredBytes models, StoredBytes datasets) {

    public StoredBytes total() {
        return models.plus(datasets);
    }
}
