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
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sign-in?return=/the/page}: off to the realm, and later back to the page. With {@code &as=some.name} the realm's form
 * begins with that name; who signs in is what the realm says, and nothing else.
 */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    /** Set on a request that ends in an error page: which words tell about it. */
    public static final String REASON = "org.aimass.reason";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SignInServlet.class.getName());
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
    private static final String RETRY_AFTER_SECONDS = "10";

    @Inject
    transient SignIn signIn;

    @Inject
    transient PublicUrl portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String returnTo = LocalAddress.of(request.getParameter("return")).orElse("/");
        if (SessionState.signedIn(request).isPresent()) {
            Redirect.seeOther(response, portal.address(returnTo));
            return;
        }
        try {
            SignInAttempt attempt = signIn.attempt(returnTo);
            URI realm = signIn.requestFor(attempt, request.getLocale(), name(request.getParameter("as")));
            SessionState.remember(request, attempt);
            Redirect.seeOther(response, realm);
        } catch (IdentityProviderAway e) {
            away(request, response, e);
        }
    }

    private static Optional<String> name(@Nullable String typed) {
        return Optional.ofNullable(typed).filter(name -> NAME.matcher(name).matches());
    }

    /** The friendly 503. */
    static void away(HttpServletRequest request, HttpServletResponse response, IdentityProviderAway e)
            throws IOException {
        LOG.log(Level.WARNING, "Sign-in is away: {0}", causes(e));
        request.setAttribute(REASON, "signInAway");
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static String causes(Throwable e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" < ")
                    .append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage());
        }
        return text.toString();
    }
}
