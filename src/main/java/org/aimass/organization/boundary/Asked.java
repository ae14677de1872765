package org.aimass.organization.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import org.aimass.web.Wording;

/** What the address of a page asks about, or a hidden field of its form; and what is said after an act. */
final class Asked {

    private Asked() {}

    /** Empty where it is missing. */
    static String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault(name, "");
    }

    static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** Says what was done on the page that comes next. */
    static void done(String key, Object... arguments) {
        String text = Wording.text("organization", key, locale(), arguments);
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    }

    /** Hands the code to the page that comes next, which shows it this once. */
    static void show(String code) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put("invitationCode", code);
    }
}
