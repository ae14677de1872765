package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Writes down who looked at a dataset's rows: a transaction of its own, for the engine reads them outside of any. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR})
public class DatasetLooks {

    @Inject
    DatasetVersions versions;

    @Inject
    ActivityLog activity;

    /** @param rows how many were shown at most */
    public void record(UUID versionId, int rows) {
        activity.record(
                versions.get(versionId).dataset().organizationId(),
                "dataset.previewed",
                "dataset_version",
                versionId.toString(),
                Map.of("rows", rows));
    }
}
