package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.registry.control.ModelVersions;
import org.aimass.web.Format;

/** The models and datasets that the asker may audit, as a form offers them. */
@Named
@RequestScoped
public class AuditStartChoices {

    @Inject
    ModelVersions models;

    @Inject
    DatasetVersions datasets;

    @Inject
    AuditText text;

    @Inject
    Format format;

    public List<SelectItem> getModels() {
        return models.auditable().stream()
                .map(version -> new SelectItem(
                        version.id().toString(),
                        text.say(
                                "start.model.item",
                                version.model().name(),
                                version.label(),
                                version.model().organization().name(AuditText.locale()))))
                .toList();
    }

    public List<SelectItem> getDatasets() {
        return datasets.auditable().stream()
                .map(version -> new SelectItem(
                        version.id().toString(),
                        text.say(
                                "start.dataset.item",
                                version.dataset().name(),
                                version.number(),
                                format.whole(version.rows()))))
                .toList();
    }
}
