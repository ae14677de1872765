package org.aimass.web;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.inject.Inject;
import org.primefaces.csp.CspPhaseListener;

/**
 * Lets PrimeFaces write its nonce into the policy only on a page that uses a PrimeFaces component. By itself PrimeFaces does so on
 * every page, and keeps the nonce in a session, so that no page could be without a cookie.
 */
public class PageScripts implements SystemEventListener {

    @Inject
    ContentSecurityPolicy policy;

    /** Whether anything on the page brings a script or a style sheet with it. */
    static boolean areOn(FacesContext faces, UIViewRoot view) {
        return !view.getComponentResources(faces, "head").isEmpty();
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (areOn(faces, faces.getViewRoot())) {
            CspPhaseListener.initCsp(faces, true, false, "", policy.getValue());
        }
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }
}
