package org.aimass.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** {@code POST /sign-out}: ends the session here, then at the realm. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SignOutServlet.class.getName());

    @Inject
    transient SignIn signIn;

    @Inject
    transient PublicUrl portal;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> signedIn = SessionState.signedIn(request);
        if (signedIn.isEmpty()) {
            Redirect.seeOther(response, portal.address("/"));
            return;
        }
        if (!isSame(signedIn.get().csrfToken(), request.getParameter("csrf"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        SessionState.end(request);
        Redirect.seeOther(response, next(signedIn.get()));
    }

    private URI next(SignedIn signedIn) {
        try {
            return signIn.endOf(signedIn);
        } catch (IdentityProviderAway e) {
            LOG.log(Level.WARNING, "Signed out here only, the realm is away: {0}", e.getMessage());
            return URI.create(portal.address("/"));
        }
    }

    private static boolean isSame(String expected, @org.jspecify.annotations.Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
