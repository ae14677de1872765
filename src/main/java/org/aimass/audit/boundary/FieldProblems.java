package org.aimass.audit.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import org.aimass.shared.Refusal;
import org.aimass.web.Wording;

/** Says several refusals at once, each beside its field of the start page. */
final class FieldProblems {

    private static final Map<String, String> FIELDS = Map.of(
            "model", "choose:model",
            "dataset", "choose:dataset",
            "policy", "plan:policy",
            "features", "plan:features",
            "threshold", "plan:threshold",
            "positive", "plan:positive",
            "favorable", "plan:favorable");

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
