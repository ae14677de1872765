package org.aimass.audit.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import org.aimass.audit.entity.TaskOption;
import org.aimass.shared.Refusal;
import org.aimass.web.Wording;
import org.jspecify.annotations.Nullable;

/** Says several refusals at once, each beside its field of the start page. */
final class FieldProblems {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("model", "choose:model"),
            Map.entry("dataset", "choose:dataset"),
            Map.entry("policy", "plan:policy"),
            Map.entry("features", "plan:features"),
            Map.entry("threshold", "plan:threshold"),
            Map.entry("controls", "plan:controls"),
            Map.entry("positive", "plan:positive"),
            Map.entry("favorable", "plan:favorable"),
            Map.entry("evaluator", "plan:evaluator"),
            Map.entry("speaker", "plan:speaker"),
            Map.entry("sentiment", "plan:sentiment"),
            Map.entry("toxicLabel", "plan:toxicLabel"),
            Map.entry("toxicPlace", "plan:toxicPlace"),
            Map.entry("images", "plan:channels"),
            Map.entry("images.size", "plan:width"),
            Map.entry("images.shorterSide", "plan:shorterSide"),
            Map.entry("images.scale", "plan:divisor"),
            Map.entry("images.means", "plan:means"),
            Map.entry("images.deviations", "plan:deviations"));

    private static final String OPTION = "options.";

    private FieldProblems() {}

    private static @Nullable String option(String field, List<TaskOption> options) {
        for (int i = 0; i < options.size(); i++) {
            if (field.equals(OPTION + options.get(i).key())) {
                return options.get(i).kind() == TaskOption.Kind.FEATURES
                        ? "plan:optionFeatures"
                        : "plan:options:" + i + ":" + input(options.get(i).kind());
            }
        }
        return null;
    }

    /** The id of what such an option is typed into. */
    private static String input(TaskOption.Kind kind) {
        return switch (kind) {
            case WORD -> "word";
            case DISTRIBUTION, TEXTS -> "lines";
            default -> "text";
        };
    }

    /** @param options in the order of the form */
    static void say(List<Refusal> problems, List<TaskOption> options) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Refusal problem : problems) {
            String text = Wording.text(problem, faces.getViewRoot().getLocale());
            faces.addMessage(
                    problem.field()
                            .map(field -> field.startsWith(OPTION) ? option(field, options) : FIELDS.get(field))
                            .orElse(null),
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        if (!problems.isEmpty() && faces.isPostback()) {
            faces.validationFailed();
        }
    }
}
