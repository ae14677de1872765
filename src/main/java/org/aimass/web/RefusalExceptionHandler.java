package org.aimass.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.aimass.database.DatabaseAway;
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
            if (isAnswered(faces, events.next().getContext())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isAnswered(FacesContext faces, ExceptionQueuedEventContext event) {
        Throwable failure = event.getException();
        Optional<Refusal> refusal = find(failure, Refusal.class);
        if (refusal.isPresent()) {
            answer(faces, refusal.get());
        } else if (event.getPhaseId() == PhaseId.RESTORE_VIEW
                && find(failure, ProtectedViewException.class).isEmpty()) {
            // the state that came with the form is too old, or none that the portal gave
            startAfresh(faces);
        } else if (find(failure, ProtectedViewException.class).isPresent()) {
            errorPage(faces, ErrorKind.FORBIDDEN);
        } else if (faces.getPartialViewContext().isAjaxRequest()) {
            // the default would send the exception's class and message to the browser
            LOG.log(Level.ERROR, "An action failed", failure);
            errorPage(faces, DatabaseAway.isReadOnlyBehind(failure) ? ErrorKind.READ_ONLY : ErrorKind.FAILURE);
        } else {
            return false;
        }
        return true;
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
            FieldMessage.add(faces, refusal);
        } else if (refusal.kind() == Refusal.Kind.FORBIDDEN
                && !CDI.current().select(CurrentUser.class).get().isSignedIn()) {
            toSignIn(faces);
        } else {
            errorPage(faces, ErrorKind.ofStatus(refusal.kind().status()));
        }
    }

    private static void toSignIn(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        redirect(faces, "/sign-in?return=" + URLEncoder.encode(PageAddress.of(request), StandardCharsets.UTF_8));
    }

    /** A script cannot show the error page: it opens the page again. */
    private static void startAfresh(FacesContext faces) {
        if (faces.getPartialViewContext().isAjaxRequest()) {
            HttpServletRequest request =
                    (HttpServletRequest) faces.getExternalContext().getRequest();
            redirect(faces, PageAddress.of(request));
        } else {
            errorPage(faces, ErrorKind.EXPIRED);
        }
    }

    private static void redirect(FacesContext faces, String path) {
        try {
            faces.getExternalContext()
                    .redirect(CDI.current().select(PublicUrl.class).get().address(path));
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
