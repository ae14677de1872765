package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.control.AuditFit;
import org.aimass.audit.control.StartAudit;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
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
    StartAudit audits;

    @Inject
    AuditText text;

    @Inject
    Format format;

    public List<SelectItem> getModels() {
        return models.auditable().stream().map(this::item).toList();
    }

    /** What may measure what the fit's model makes. */
    public List<SelectItem> evaluators(AuditFit fit) {
        return audits.evaluators(fit).stream().map(this::item).toList();
    }

    /** What may compare the voice of the fit's model with a person's. */
    public List<SelectItem> speakers(AuditFit fit) {
        return audits.speakers(fit).stream().map(this::item).toList();
    }

    /** What may tell the sentiment of the answers of the fit's model. */
    public List<SelectItem> sentiments(AuditFit fit) {
        return audits.sentiments(fit).stream().map(this::item).toList();
    }

    private SelectItem item(ModelVersion version) {
        return new SelectItem(
                version.id().toString(),
                text.say(
                        "start.model.item",
                        version.model().name(),
                        version.label(),
                        version.model().organization().name(AuditText.locale())));
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
