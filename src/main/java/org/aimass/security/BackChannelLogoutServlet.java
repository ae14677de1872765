package org.aimass.security;

import com.nimbusds.jwt.JWTParser;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;

/** {@code POST /back-channel-logout}: the realm itself, not a browser, says that a session is over. Its token is the proof. */
@WebServlet("/back-channel-logout")
public class BackChannelLogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(BackChannelLogoutServlet.class.getName());
    private static final int TOKEN_AT_MOST = 16_000;

    @Inject
    transient OpenIdProvider provider;

    @Inject
    transient EndedSessions ended;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String token = request.getParameter("logout_token");
        try {
            if (token == null || token.length() > TOKEN_AT_MOST) {
                throw new SignInRefused("no logout token");
            }
            ended.end(provider.verifier().logoutToken(JWTParser.parse(token)));
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (SignInRefused | ParseException e) {
            LOG.log(Level.WARNING, "Logout token refused: {0}", e.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (IdentityProviderAway e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
