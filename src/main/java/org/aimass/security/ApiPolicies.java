package org.aimass.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClientBuilder;
import org.jspecify.annotations.Nullable;
import org.keycloak.AuthorizationContext;
import org.keycloak.adapters.authorization.PolicyEnforcer;
import org.keycloak.authorization.client.AuthorizationDeniedException;
import org.keycloak.representations.AccessToken.Authorization;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig.EnforcementMode;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig.MethodConfig;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig.UserManagedAccessConfig;
import org.keycloak.representations.idm.authorization.AuthorizationRequest;
import org.keycloak.representations.idm.authorization.Permission;
import org.keycloak.util.JsonSerialization;

/**
 * Decides by the realm's policies whether a verified token may do what a request asks, with Keycloak's own policy enforcer.
 *
 * <p>The decision is made here and not by a call to Keycloak: a call takes 80 to 190 ms, would come with every request, and would make
 * the API no more available than Keycloak is. What Keycloak is asked is the token's permissions, once in the token's life, and they are
 * kept no longer than it lives (five minutes). A program that has done the UMA exchange itself brings its permissions in its token,
 * and then Keycloak is not asked at all. So a policy that is changed holds for new tokens at once and for all after five minutes.
 * Which addresses make up which resource is read when the first token comes, and kept.
 *
 * <p>The enforcer believes every token that it is given, whoever signed it: only an {@link AccessToken} comes here. It is set up so
 * that it never asks Keycloak by itself: resources without patterns, no lazy loading, no challenge with a permission ticket.
 */
@ApplicationScoped
class ApiPolicies {

    private static final Logger LOG = System.getLogger(ApiPolicies.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int TIMEOUT_MS = 5_000;
    private static final int OTHERS_WAIT_MS = 1_000;
    private static final int CONNECTIONS = 20;
    private static final List<MethodConfig> METHODS = List.of(
            method("GET", "read"),
            method("HEAD", "read"),
            method("POST", "write"),
            method("PUT", "write"),
            method("PATCH", "write"),
            method("DELETE", "write"));

    @Inject
    OidcSettings settings;

    @Inject
    Clock clock;

    private final PermissionCache known = new PermissionCache();
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable PolicyEnforcer enforcer;
    private volatile Instant tryAgainAt = Instant.EPOCH;

    /** What the policies say. */
    enum Decision {
        ALLOWED,
        DENIED,
        /** No policy speaks of the address: nothing is there. */
        NOWHERE
    }

    /** @param path of the address; none of the portal's has anything to decode */
    Decision decide(AccessToken token, String method, String path) throws IdentityProviderAway {
        org.keycloak.representations.AccessToken claims = claims(token);
        PolicyEnforcer connected = connected();
        if (connected.getPathMatcher().matches(path) == null) {
            return Decision.NOWHERE;
        }
        if (claims.getAuthorization() == null) {
            Authorization authorization = new Authorization();
            authorization.setPermissions(permissions(connected, token));
            claims.setAuthorization(authorization);
        }
        AuthorizationContext decision =
                connected.enforce(new EnforcedRequest(claims, token.raw(), method, path), new EnforcedResponse());
        return decision.isGranted() ? Decision.ALLOWED : Decision.DENIED;
    }

    private static org.keycloak.representations.AccessToken claims(AccessToken token) {
        try {
            return JsonSerialization.readValue(token.payload(), org.keycloak.representations.AccessToken.class);
        } catch (IOException e) {
            throw new IllegalStateException("a verified token is not one of Keycloak's", e);
        }
    }

    private List<Permission> permissions(PolicyEnforcer connected, AccessToken token) throws IdentityProviderAway {
        List<Permission> kept = known.find(token.digest(), clock.instant());
        if (kept != null) {
            return kept;
        }
        List<Permission> granted = ask(connected, token);
        known.keep(token.digest(), granted, token.expires(), clock.instant());
        return granted;
    }

    private List<Permission> ask(PolicyEnforcer connected, AccessToken token) throws IdentityProviderAway {
        try {
            return List.copyOf(
                    connected.getAuthzClient().authorization(token.raw()).getPermissions(new AuthorizationRequest()));
        } catch (AuthorizationDeniedException e) {
            return List.of();
        } catch (RuntimeException e) {
            throw new IdentityProviderAway("the realm does not say what the token may do", e);
        }
    }

    private PolicyEnforcer connected() throws IdentityProviderAway {
        PolicyEnforcer current = enforcer;
        if (current != null) {
            return current;
        }
        if (clock.instant().isBefore(tryAgainAt)) {
            throw new IdentityProviderAway("the realm was away a moment ago", null);
        }
        boolean mine = false;
        try {
            mine = connecting.tryLock(OTHERS_WAIT_MS, TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new IdentityProviderAway("the realm has not answered yet", null);
            }
            current = enforcer;
            return current == null ? connect() : current;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderAway("interrupted", e);
        } finally {
            if (mine) {
                connecting.unlock();
            }
        }
    }

    private PolicyEnforcer connect() throws IdentityProviderAway {
        try {
            PolicyEnforcer made = PolicyEnforcer.builder()
                    .enforcerConfig(configuration())
                    .httpClient(client())
                    .build();
            made.getPaths().values().forEach(path -> {
                path.setMethods(METHODS);
                path.setStatic(true);
            });
            enforcer = made;
            LOG.log(
                    Level.INFO,
                    "The API is decided upon by the realm''s policies for {0} addresses",
                    made.getPaths().size());
            return made;
        } catch (RuntimeException e) {
            tryAgainAt = clock.instant().plus(PAUSE);
            LOG.log(Level.WARNING, "The realm does not say what the API''s policies are about: {0}", e.getMessage());
            throw new IdentityProviderAway("the realm does not say what the API's policies are about", e);
        }
    }

    private PolicyEnforcerConfig configuration() {
        String realms = "/realms/";
        int split = settings.issuer().indexOf(realms);
        PolicyEnforcerConfig config = new PolicyEnforcerConfig();
        config.setAuthServerUrl(settings.issuer().substring(0, split));
        config.setRealm(settings.issuer().substring(split + realms.length()));
        config.setResource(OidcSettings.API);
        config.setCredentials(Map.of("secret", settings.apiSecret()));
        config.setEnforcementMode(EnforcementMode.ENFORCING);
        // with this, what the token's permissions do not allow is refused at once, and not asked for at the realm
        config.setUserManagedAccess(new UserManagedAccessConfig());
        return config;
    }

    private static HttpClient client() {
        RequestConfig timeouts = RequestConfig.custom()
                .setConnectTimeout(TIMEOUT_MS)
                .setConnectionRequestTimeout(TIMEOUT_MS)
                .setSocketTimeout(TIMEOUT_MS)
                .setRedirectsEnabled(false)
                .build();
        return HttpClientBuilder.create()
                .setDefaultRequestConfig(timeouts)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .disableCookieManagement()
                .build();
    }

    private static MethodConfig method(String name, String scope) {
        MethodConfig method = new MethodConfig();
        method.setMethod(name);
        method.setScopes(List.of(scope));
        return method;
    }
}
