package org.aimass.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;

/**
 * The form that came with a request. A page shows a form only while it is of use; sent twice at once, the later one finds it of no
 * use any more. It is read all the same, so that the control that finds it done already answers as it did the first time.
 */
public final class PostedForm {

    private PostedForm() {}

    /** Whether the request brings this form; no longer once the page is written, which shows what is of use now. */
    public static boolean is(String id) {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.isPostback()
                && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                && faces.getExternalContext().getRequestParameterMap().containsKey(id);
    }
}
