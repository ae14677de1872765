package org.aimass.web;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.inject.Inject;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspPhaseListener;

/**
 * Lets PrimeFaces write its nonce into the policy only on a page that uses a PrimeFaces component. By itself PrimeFaces does so on
 * every page, and keeps the nonce in a session, so that no page could be without a cookie. So we tell it early that it has done so
 * already, and have it done once the page is known.
 */
public class PageScripts implements PhaseListener, SystemEventListener {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ContentSecurityPolicy policy;

    /** Whether anything on the page brings a script or a style sheet with it. */
    static boolean areOn(FacesContext faces, UIViewRoot view) {
        return !view.getComponentResources(faces, "head").isEmpty();
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        PrimeFacesContext.getCspState(event.getFacesContext()).setInitialized(true);
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent beforeRendering) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (areOn(faces, faces.getViewRoot())) {
            PrimeFacesContext.getCspState(faces).setInitialized(false);
            CspPhaseListener.initCsp(faces, true, false, null, policy.getValue());
        }
    }
}
