package org.aimass.registry.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aimass.organization.boundary.OrganizationView;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;

/** A model as the API shows it. */
public record ModelView(
        UUID id,
        OrganizationView organization,
        String name,
        String purpose,
        ModelTask task,
        ModelDomain domain,
        String licence,
        Instant createdAt) {

    static ModelView of(RegisteredModel model) {
        return new ModelView(
                model.id(),
                OrganizationView.of(model.organization()),
                model.name(),
                model.purpose(),
                model.task(),
                model.domain(),
                model.licence(),
                model.createdAt());
    }

    /** With its versions, newest first. */
    public record WithVersions(ModelView model, List<ModelVersionView> versions) {

        static WithVersions of(RegisteredModel model, List<ModelVersion> versions) {
            return new WithVersions(
                    ModelView.of(model),
                    versions.stream().map(ModelVersionView::of).toList());
        }
    }
}
