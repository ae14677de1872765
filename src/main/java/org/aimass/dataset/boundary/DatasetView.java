package org.aimass.dataset.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.organization.boundary.OrganizationView;

/** A dataset as the API shows it. */
public record DatasetView(UUID id, OrganizationView organization, String name, String description, Instant createdAt) {

    static DatasetView of(EvaluationDataset dataset) {
        return new DatasetView(
                dataset.id(),
                OrganizationView.of(dataset.organization()),
                dataset.name(),
                dataset.description(),
                dataset.createdAt());
    }

    /** With its versions, newest first. */
    public record WithVersions(DatasetView dataset, List<DatasetVersionView> versions) {

        static WithVersions of(EvaluationDataset dataset, List<DatasetVersion> versions) {
            return new WithVersions(
                    DatasetView.of(dataset),
                    versions.stream().map(DatasetVersionView::of).toList());
        }
    }
}
