package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.aimass.database.DatabaseAway;
import org.aimass.security.CurrentUser;
import org.aimass.security.SignInServlet;

/** Every error of the portal ends here: a page in the reader's language, or problem+json; never the inside. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ErrorServlet.class.getName());
    private static final String PAGE = "/WEB-INF/errorpages/error.xhtml";

    @Inject
    transient ErrorPage page;

    @Inject
    transient CurrentUser user;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorKind kind = request.getDispatcherType() == DispatcherType.ERROR ? kindOf(request) : ErrorKind.NOT_FOUND;
        response.setStatus(kind.status());
        if (kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.READ_ONLY) {
            response.setHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        }
        if (isForMachines(request)) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter()
                    .write(Problem.of(
                                    kind.status(),
                                    kind.text(Language.of(request).locale()),
                                    null)
                            .json());
            return;
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            PlainErrorPage.write(response, kind, Language.of(request), RequestId.current());
            return;
        }
        try {
            page.show(kind);
            HttpServletRequest shown = PostFilter.reads(request) ? request : new UnreadRequest(request);
            request.getRequestDispatcher(PAGE).forward(shown, response);
        } catch (ServletException | IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "The error page itself failed", e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                PlainErrorPage.write(response, kind, Language.of(request), RequestId.current());
            }
        }
    }

    /** What a role may not open looks like what does not exist. */
    private ErrorKind kindOf(HttpServletRequest request) {
        var reason = ErrorKind.ofKey(String.valueOf(request.getAttribute(SignInServlet.REASON)));
        if (reason.isPresent()) {
            return reason.get();
        }
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown && DatabaseAway.isBehind(thrown)) {
            return ErrorKind.UNAVAILABLE;
        }
        if (failure instanceof Throwable thrown && DatabaseAway.isReadOnlyBehind(thrown)) {
            return ErrorKind.READ_ONLY;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ErrorKind kind = ErrorKind.ofStatus(code instanceof Integer status ? status : 500);
        return kind == ErrorKind.FORBIDDEN && PostFilter.reads(request) && user.isSignedIn()
                ? ErrorKind.NOT_FOUND
                : kind;
    }

    private static boolean isForMachines(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path != null
                && (path.toString().startsWith("/api/") || path.toString().endsWith(".json"));
    }
}
