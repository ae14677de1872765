package org.aimass.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.aimass.security.CurrentUser;
import org.aimass.security.PublicUrl;
import org.aimass.security.SignInServlet;
import org.aimass.shared.Refusal;

/**
 * A refusal that a form's action meets is said beside the field it names, and the page stays; one that opening a page meets
 * becomes the error page of its kind, or the way to sign-in when nobody is signed in.
 */
final class RefusalExceptionHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = System.getLogger(RefusalExceptionHandler.class.getName());

    RefusalExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable failure = events.next().getContext().getException();
            Optional<Refusal> refusal = find(failure, Refusal.class);
            if (refusal.isPresent()) {
                events.remove();
                answer(faces, refusal.get());
            } else if (find(failure, ViewExpiredException.class).isPresent()) {
                events.remove();
                errorPage(faces, ErrorKind.EXPIRED);
            } else if (find(failure, ProtectedViewException.class).isPresent()) {
                events.remove();
                errorPage(faces, ErrorKind.FORBIDDEN);
            } else if (faces.getPartialViewContext().isAjaxRequest()) {
                // the default would send the exception's class and message to the browser
                events.remove();
                LOG.log(Level.ERROR, "An action failed", failure);
                errorPage(faces, ErrorKind.FAILURE);
            }
        }
        getWrapped().handle();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    private static void answer(FacesContext faces, Refusal refusal) {
        boolean formStays = faces.isPostback()
                && refusal.kind() != Refusal.Kind.NOT_FOUND
                && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        if (formStays) {
            say(faces, refusal);
        } else if (refusal.kind() == Refusal.Kind.FORBIDDEN
                && !CDI.current().select(CurrentUser.class).get().isSignedIn()) {
            toSignIn(faces);
        } else {
            errorPage(faces, ErrorKind.ofStatus(refusal.kind().status()));
        }
    }

    private static void say(FacesContext faces, Refusal refusal) {
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

    private static Optional<UIComponent> find(UIComponent within, String id) {
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

    private static void toSignIn(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        String page = URLEncoder.encode(PageAddress.of(request), StandardCharsets.UTF_8);
        try {
            String portal = CDI.current().select(PublicUrl.class).get().base();
            faces.getExternalContext().redirect(portal + "/sign-in?return=" + page);
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static void errorPage(FacesContext faces, ErrorKind kind) {
        try {
            faces.getExternalContext().responseReset();
            if (kind != ErrorKind.ofStatus(kind.status())) {
                faces.getExternalContext().getRequestMap().put(SignInServlet.REASON, kind.key());
            }
            faces.getExternalContext().responseSendError(kind.status(), "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }
}
