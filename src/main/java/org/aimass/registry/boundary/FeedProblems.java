package org.aimass.registry.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import org.aimass.shared.Refusal;
import org.aimass.web.Wording;

/** Says at once everything that stands against how a model is fed, each beside its field. */
final class FeedProblems {

    private static final String FORM = "form:";
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("settings.images", "channels"),
            Map.entry("settings.images.size", "width"),
            Map.entry("settings.images.shorterSide", "shorterSide"),
            Map.entry("settings.images.scale", "divisor"),
            Map.entry("settings.images.means", "means"),
            Map.entry("settings.images.deviations", "deviations"),
            Map.entry("settings.audio", "rate"),
            Map.entry("settings.audio.sampleRate", "rate"),
            Map.entry("settings.audio.normalize", "normalized"),
            Map.entry("settings.audio.spectrogram", "mels"),
            Map.entry("settings.audio.spectrogram.mels", "mels"),
            Map.entry("settings.audio.spectrogram.window", "window"),
            Map.entry("settings.audio.spectrogram.hop", "hop"),
            Map.entry("settings.audio.spectrogram.preemphasis", "preemphasis"),
            Map.entry("settings.audio.blank", "blank"),
            Map.entry("settings.audio.separator", "separator"),
            Map.entry("settings.objects.boxes", "boxes"),
            Map.entry("settings.objects.keypoints", "keypoints"),
            Map.entry("settings.objects.scores", "scores"),
            Map.entry("settings.objects.labels", "labels"),
            Map.entry("settings.objects.order", "order"),
            Map.entry("settings.objects.categories", "categories"),
            Map.entry("settings.text.begin", "begin"),
            Map.entry("settings.text.end", "end"),
            Map.entry("settings.output.name", "output"),
            Map.entry("settings.output.index", "place"),
            Map.entry("vocabulary", "vocabulary"),
            Map.entry("tokenizer", "tokenizer"));

    private FeedProblems() {}

    /** Whether there was something to say; then the form is shown again. */
    static boolean say(List<Refusal> problems) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Refusal problem : problems) {
            String text = Wording.text(problem, faces.getViewRoot().getLocale());
            String id = problem.field().map(FIELDS::get).map(FORM::concat).orElse(null);
            if (id != null && faces.getViewRoot().findComponent(id) instanceof EditableValueHolder field) {
                field.setValid(!faces.isPostback());
            }
            faces.addMessage(id, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        if (!problems.isEmpty() && faces.isPostback()) {
            faces.validationFailed();
        }
        return !problems.isEmpty();
    }
}
