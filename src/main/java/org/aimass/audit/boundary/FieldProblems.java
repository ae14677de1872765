package org.aimass.audit.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import org.aimass.shared.Refusal;
import org.aimass.web.Wording;

/** Says several refusals at once, each beside its field of the start page. */
final class FieldProblems {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("model", "choose:model"),
            Map.entry("dataset", "choose:dataset"),
            Map.entry("policy", "plan:policy"),
            Map.entry("features", "plan:features"),
            Map.entry("threshold", "plan:threshold"),
            Map.entry("positive", "plan:positive"),
            Map.entry("favorable", "plan:favorable"),
            Map.entry("images", "plan:channels"),
            Map.entry("images.size", "plan:width"),
            Map.entry("images.shorterSide", "plan:shorterSide"),
            Map.entry("images.scale", "plan:divisor"),
            Map.entry("images.means", "plan:means"),
            Map.entry("images.deviations", "plan:deviations"));

    private FieldProblems() {}

    static void say(List<Refusal> problems) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Refusal problem : problems) {
            String text = Wording.text(problem, faces.getViewRoot().getLocale());
            faces.addMessage(
                    problem.field().map(FIELDS::get).orElse(null),
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        if (!problems.isEmpty() && faces.isPostback()) {
            faces.validationFailed();
        }
    }
}
