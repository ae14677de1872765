package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** What only the audited task measures, in the parts in which its view shows it. */
@Named
@RequestScoped
public class ResultsPanels {

    @Inject
    AuditResultsPage page;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable List<MeasurePanel> panels;

    public List<MeasurePanel> getPanels() {
        List<MeasurePanel> known = panels;
        if (known == null) {
            known = panels(page.getAudit(), page.getFeatures());
            panels = known;
        }
        return known;
    }

    private List<MeasurePanel> panels(CompletedAudit audit, List<String> features) {
        return switch (audit.plan().task()) {
            case FACE_VERIFICATION -> new FacePanels(audit, features, text, format).pairs();
            case FACE_IDENTIFICATION -> new FacePanels(audit, features, text, format).searches();
            case IMAGE_GENERATION -> new ImagePanels(audit, features, text, format).panels();
            case SPEECH_RECOGNITION -> new SpeechPanels(audit, features, text, format).words();
            case SPEECH_SYNTHESIS -> new SpeechPanels(audit, features, text, format).voices();
            case TEXT_GENERATION -> new TextPanels(audit, features, text, format).texts();
            case BINARY_CLASSIFICATION -> new TextPanels(audit, features, text, format).identities();
            default -> List.of();
        };
    }

    /** What the rows of a language model are, such as {@code pairs}. */
    public String getProtocol() {
        return TextPanels.protocol(page.getAudit());
    }

    /** The plots of all parts. */
    List<Plot> plots() {
        return getPanels().stream().flatMap(panel -> panel.plots().stream()).toList();
    }

    /** Whatever was measured of these features and of everybody. */
    DataTable table() {
        return ResultData.measurements(page.getAudit().measurements());
    }
}
