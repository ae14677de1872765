package org.aimass.security;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** {@code /callback}: the browser comes back from the realm. Ends in a new session and the page that was asked for. */
@WebServlet("/callback")
public class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(CallbackServlet.class.getName());

    @Inject
    transient SignIn signIn;

    @Inject
    transient PublicUrl portal;

    @Inject
    transient Event<PersonSignedIn> signedInNews;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = request.getParameter("state");
        Optional<SignInAttempt> attempt = state == null ? Optional.empty() : SessionState.take(request, state);
        if (attempt.isEmpty()) {
            unknown(request, response);
            return;
        }
        if (request.getParameter("error") != null) {
            refuse(request, response, "the realm refuses the sign-in");
            return;
        }
        try {
            SignedIn signedIn =
                    signIn.complete(attempt.get(), request.getParameter("code"), request.getParameter("iss"));
            SessionState.begin(request, signedIn);
            signedInNews.fire(PersonSignedIn.of(signedIn, request.getLocale()));
            Redirect.seeOther(response, portal.address(attempt.get().returnTo()));
        } catch (SignInRefused e) {
            refuse(
                    request,
                    response,
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        } catch (IdentityProviderAway e) {
            SignInServlet.away(request, response, e);
        }
    }

    /** Somebody went back in their browser, or waited too long, or was sent here by somebody else. */
    private void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SessionState.signedIn(request).isPresent()) {
            Redirect.seeOther(response, portal.address("/"));
        } else {
            refuse(request, response, "no such sign-in is under way");
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        LOG.log(Level.WARNING, "Sign-in refused: {0}", why);
        request.setAttribute(SignInServlet.REASON, "signInRefused");
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
