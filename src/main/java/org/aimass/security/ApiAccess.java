package org.aimass.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.aimass.security.ApiPolicies.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Who asks the API, told by a bearer token and by nothing else: no session, no cookie, so that no other page can ask in anybody's name.
 * First the token is verified, then the realm's policies decide whether it may do this, and then the request goes on in the name of the
 * token's person. What that person may do where, the control methods decide, as for a page.
 */
@ApplicationScoped
public class ApiAccess {

    private static final Logger LOG = System.getLogger(ApiAccess.class.getName());
    private static final String BEARER = "bearer ";

    @Inject
    OpenIdProvider provider;

    @Inject
    ApiPolicies policies;

    @Inject
    CurrentUser user;

    @Inject
    Instance<RoleSource> roleSources;

    /** What became of a request. */
    public enum Admission {
        /** It goes on, in the name of the token's person. */
        ADMITTED,
        /** There is no bearer token. */
        NO_TOKEN,
        /** The token is forged, over, or for something else. */
        BAD_TOKEN,
        /** The token is genuine, but the realm's policies do not let it do this. */
        DENIED,
        /** The token is genuine, but there is nothing at this address. */
        NOWHERE,
        /** The realm does not answer, and nothing kept from before can replace it. */
        REALM_AWAY
    }

    /** Whether an address is one of the API's. */
    public static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /**
     * Lets a request in.
     *
     * @param authorization the header of that name, or null
     * @param open whether the address is for everybody; then no policy is asked, but a token that comes along must be good
     */
    public Admission admit(@Nullable String authorization, String method, String path, boolean open) {
        if (authorization == null) {
            return open ? Admission.ADMITTED : Admission.NO_TOKEN;
        }
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Admission.NO_TOKEN;
        }
        try {
            AccessToken token =
                    AccessToken.of(authorization.substring(BEARER.length()).strip(), provider.verifier());
            Decision decision = open ? Decision.ALLOWED : policies.decide(token, method, path);
            if (decision != Decision.ALLOWED) {
                LOG.log(Level.WARNING, "Refused by the realm''s policies: {0} {1}", method, path);
                return decision == Decision.DENIED ? Admission.DENIED : Admission.NOWHERE;
            }
            Person person = token.person();
            user.become(Identity.of(
                    person,
                    token.displayName(),
                    PortalRoles.of(token.roles()),
                    () -> MemberRoles.of(roleSources, person),
                    ""));
            return Admission.ADMITTED;
        } catch (SignInRefused e) {
            LOG.log(Level.WARNING, "Refused: {0}", e.getMessage());
            return Admission.BAD_TOKEN;
        } catch (IdentityProviderAway e) {
            LOG.log(Level.WARNING, "The API cannot tell who is asking: {0}", e.getMessage());
            return Admission.REALM_AWAY;
        }
    }
}
