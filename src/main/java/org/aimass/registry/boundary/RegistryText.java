package org.aimass.registry.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.aimass.shared.Refusal;
import org.aimass.web.Wording;

/** This room's words with their places filled, in the reader's language. */
@Named
@ApplicationScoped
public class RegistryText {

    /** What a refusal says. */
    String say(Refusal refusal) {
        return Wording.text(
                refusal, FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** @param arguments fill {0}, {1}, ... */
    public String say(String key, Object... arguments) {
        return Wording.text(
                "registry", key, FacesContext.getCurrentInstance().getViewRoot().getLocale(), arguments);
    }
}
