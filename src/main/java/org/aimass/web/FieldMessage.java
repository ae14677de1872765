package org.aimass.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import java.util.Iterator;
import java.util.Optional;
import org.aimass.shared.Refusal;

/** Says a refusal beside the field that it names, or at the top of the page. */
final class FieldMessage {

    private FieldMessage() {}

    static void add(FacesContext faces, Refusal refusal) {
        String text = Wording.text(refusal, faces.getViewRoot().getLocale());
        Optional<UIComponent> field = refusal.field().flatMap(id -> find(faces.getViewRoot(), id));
        field.filter(EditableValueHolder.class::isInstance)
                .map(EditableValueHolder.class::cast)
                .ifPresent(input -> input.setValid(false));
        faces.addMessage(
                field.map(component -> component.getClientId(faces)).orElse(null),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        faces.validationFailed();
        faces.renderResponse();
    }

    /** Only in what is shown, and of several forms only in the one that was sent. */
    private static Optional<UIComponent> find(UIComponent within, String id) {
        if (!within.isRendered() || (within instanceof UIForm form && !form.isSubmitted())) {
            return Optional.empty();
        }
        if (id.equals(within.getId())) {
            return Optional.of(within);
        }
        for (Iterator<UIComponent> children = within.getFacetsAndChildren(); children.hasNext(); ) {
            Optional<UIComponent> found = find(children.next(), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
