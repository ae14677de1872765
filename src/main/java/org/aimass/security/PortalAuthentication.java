package org.aimass.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the container and {@link CurrentUser} at each request who is asking, from the session, and sends whoever is nobody to
 * sign in when the address demands somebody.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(PortalAuthentication.class.getName());

    @Inject
    CurrentUser user;

    @Inject
    Instance<RoleSource> roleSources;

    @Inject
    EndedSessions ended;

    @Inject
    PublicUrl portal;

    @Inject
    Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (ApiAccess.isApi(request)) {
            // a session is worth nothing there, so nobody can borrow one
            return context.doNothing();
        }
        Optional<SignedIn> signedIn = alive(request);
        if (signedIn.isPresent()) {
            Identity identity = identityOf(signedIn.get());
            user.become(identity);
            if (context.isProtected() && !areRolesKnown(identity)) {
                return away(response);
            }
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal(signedIn.get().subject()), wordsOf(identity, context.isProtected()));
        }
        if (context.isProtected()) {
            sendToSignIn(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.doNothing();
    }

    /** Roles are kept in the database: while that is away, nobody can say who may open what. */
    private static boolean areRolesKnown(Identity identity) {
        try {
            identity.organizationRoles();
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Nobody can say who may open what: {0}", e.toString());
            return false;
        }
    }

    private static AuthenticationStatus away(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private Optional<SignedIn> alive(HttpServletRequest request) {
        Optional<SignedIn> signedIn = SessionState.signedIn(request);
        if (signedIn.isPresent() && (signedIn.get().isOver(clock.instant()) || ended.hasEnded(signedIn.get()))) {
            SessionState.end(request);
            return Optional.empty();
        }
        return signedIn;
    }

    private Identity identityOf(SignedIn signedIn) {
        Person person = signedIn.person();
        return Identity.of(
                person,
                signedIn.displayName(),
                signedIn.portalRoles(),
                () -> MemberRoles.of(roleSources, person),
                signedIn.csrfToken());
    }

    /** For the constraints in web.xml; the roles within organizations only where a constraint will ask. */
    private static Set<String> wordsOf(Identity identity, boolean all) {
        Stream<Role> inOrganizations =
                all ? identity.organizationRoles().stream().map(OrganizationRole::role) : Stream.empty();
        return Stream.concat(identity.portalRoles().stream(), inOrganizations)
                .map(Role::word)
                .collect(Collectors.toSet());
    }

    /** Back to where it was asked from; what a form held is lost, so it is the form's page that opens again. */
    private void sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        String signIn = portal.address(
                "/sign-in?return=" + URLEncoder.encode(LocalAddress.of(asked).orElse("/"), StandardCharsets.UTF_8));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            partialRedirect(response, signIn);
        } else {
            Redirect.seeOther(response, signIn);
        }
    }

    private static void partialRedirect(HttpServletResponse response, String address) {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + address.replace("&", "&amp;") + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
