package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aimass.security.ApiPolicies.Decision;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.adapters.authorization.PolicyEnforcer;
import org.keycloak.representations.AccessToken.Authorization;
import org.keycloak.representations.idm.authorization.Permission;

/** The realm's policies decide, Keycloak's enforcer holds them, and no call of the API waits for Keycloak twice. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ApiPoliciesTest {

    private static final String READ = "[{\"rsid\":\"id-of-models\",\"rsname\":\"models\",\"scopes\":[\"read\"]}]";

    private TinyRealm realm;
    private ApiPolicies policies;

    @BeforeEach
    void begin() throws IOException {
        realm = new TinyRealm();
        policies = policiesOf(realm);
    }

    private static ApiPolicies policiesOf(TinyRealm realm) {
        ApiPolicies policies = new ApiPolicies();
        policies.settings = realm.settings();
        policies.clock = Clock.systemUTC();
        return policies;
    }

    @AfterEach
    void end() {
        realm.close();
    }

    @Test
    void whatThePoliciesGrantIsAllowedAndNothingElse() throws Exception {
        realm.permissions = READ;
        AccessToken token = token();
        assertEquals(Decision.ALLOWED, policies.decide(token, "GET", "/api/v1/models"));
        assertEquals(Decision.ALLOWED, policies.decide(token, "HEAD", "/api/v1/models/7"));
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertEquals(Decision.DENIED, policies.decide(token, method, "/api/v1/models"), method);
        }
        assertEquals(Decision.NOWHERE, policies.decide(token, "GET", "/api/v1/modelsandmore"));
        assertEquals(Decision.NOWHERE, policies.decide(token, "GET", "/api/v1/audits"));
    }

    @Test
    void aTokenIsAskedAboutOnceHoweverManyCallsComeWithItAllowedOrDenied() throws Exception {
        realm.permissions = READ;
        AccessToken token = token();
        for (int i = 0; i < 50; i++) {
            policies.decide(token, "GET", "/api/v1/models/" + i);
            policies.decide(token, "POST", "/api/v1/models");
        }
        assertEquals(1, realm.decisions.get());
    }

    @Test
    void aTokenThatBringsItsPermissionsIsNotAskedAbout() throws Exception {
        AccessToken token = withPermissions("read");
        assertEquals(Decision.ALLOWED, policies.decide(token, "GET", "/api/v1/models"));
        assertEquals(Decision.DENIED, policies.decide(token, "POST", "/api/v1/models"));
        assertEquals(0, realm.decisions.get());
    }

    @Test
    void withTheRealmAwayKnownTokensGoOnAndNewOnesAreToldSo() throws Exception {
        realm.permissions = READ;
        AccessToken known = token();
        AccessToken own = withPermissions("write");
        AccessToken unknown = AccessToken.of(
                realm.sign(realm.accessClaims().jwtID("other").build()).serialize(),
                realm.provider().verifier());
        policies.decide(known, "GET", "/api/v1/models");
        realm.close();
        assertEquals(Decision.ALLOWED, policies.decide(known, "GET", "/api/v1/models"));
        assertEquals(Decision.ALLOWED, policies.decide(own, "POST", "/api/v1/models"));
        assertThrows(IdentityProviderAway.class, () -> policies.decide(unknown, "GET", "/api/v1/models"));
    }

    @Test
    void withoutTheRealmFromTheStartNothingIsAllowedUntilItComes() throws Exception {
        AccessToken token = token();
        realm.close();
        ApiPolicies early = policiesOf(realm);
        assertThrows(IdentityProviderAway.class, () -> early.decide(token, "GET", "/api/v1/models"));
        long started = System.nanoTime();
        assertThrows(IdentityProviderAway.class, () -> early.decide(token, "GET", "/api/v1/models"));
        assertTrue(System.nanoTime() - started < 500_000_000L, "the second is told at once");
    }

    @Test
    void permissionsAreForgottenWithTheirTokenAndNeverBecomeTooMany() {
        PermissionCache cache = new PermissionCache();
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Sha256Digest first = Sha256Digest.of(new byte[] {1});
        cache.keep(first, List.of(new Permission("id", java.util.Set.of("read"))), now.plusSeconds(300), now);
        assertEquals(
                1,
                Objects.requireNonNull(cache.find(first, now.plusSeconds(299))).size());
        assertEquals(null, cache.find(first, now.plusSeconds(300)));
        for (int i = 0; i < PermissionCache.AT_MOST + 10; i++) {
            cache.keep(
                    Sha256Digest.of(Integer.toString(i).getBytes(StandardCharsets.UTF_8)),
                    List.of(),
                    now.plus(Duration.ofHours(1)),
                    now);
        }
        assertEquals(PermissionCache.AT_MOST, cache.size());
    }

    /**
     * Why the tokens are verified first: the enforcer believes whatever it is given. If this fails one day because Keycloak has mended
     * it, the verification stays all the same.
     */
    @Test
    void theEnforcerAloneBelievesAForgedToken() throws Exception {
        var config = new org.keycloak.representations.adapters.config.PolicyEnforcerConfig();
        config.setAuthServerUrl(realm.issuer.replaceFirst("/realms/.*", ""));
        config.setRealm("aimass");
        config.setResource(OidcSettings.API);
        config.setCredentials(Map.of("secret", "secret"));
        PolicyEnforcer enforcer =
                PolicyEnforcer.builder().enforcerConfig(config).build();
        var forged = new org.keycloak.representations.AccessToken();
        Authorization authorization = new Authorization();
        authorization.setPermissions(List.of(new Permission("id-of-models", java.util.Set.of("read", "write"))));
        forged.setAuthorization(authorization);
        assertTrue(enforcer.enforce(
                        new EnforcedRequest(forged, "signed.by.nobody", "POST", "/api/v1/models"),
                        new EnforcedResponse())
                .isGranted());
        ApiAccess access = new ApiAccess();
        access.provider = realm.provider();
        access.policies = policies;
        String selfMade = TinyRealm.sign(
                        new com.nimbusds.jose.JWSHeader.Builder(com.nimbusds.jose.JWSAlgorithm.RS256)
                                .keyID(realm.key.getKeyID())
                                .build(),
                        realm.accessClaims()
                                .claim("authorization", permissions("write"))
                                .build(),
                        TinyRealm.newKey("own"))
                .serialize();
        assertEquals(
                ApiAccess.Admission.BAD_TOKEN, access.admit("Bearer " + selfMade, "POST", "/api/v1/models", false));
        assertEquals(ApiAccess.Admission.BAD_TOKEN, access.admit("Bearer " + selfMade, "GET", "/api/v1/reports", true));
    }

    @Test
    void whoBringsNoBearerTokenIsNobody() {
        ApiAccess access = new ApiAccess();
        access.provider = realm.provider();
        for (String header : List.of("Basic YW1hcmE6eA==", "", "DPoP abc", "bearer")) {
            assertEquals(ApiAccess.Admission.NO_TOKEN, access.admit(header, "GET", "/api/v1/models", false), header);
        }
        assertEquals(ApiAccess.Admission.NO_TOKEN, access.admit(null, "GET", "/api/v1/models", false));
        assertEquals(ApiAccess.Admission.ADMITTED, access.admit(null, "GET", "/api/v1/reports", true));
    }

    private AccessToken token() throws JOSEException, SignInRefused, IdentityProviderAway {
        return AccessToken.of(
                realm.sign(realm.accessClaims().build()).serialize(),
                realm.provider().verifier());
    }

    private AccessToken withPermissions(String scope) throws JOSEException, SignInRefused, IdentityProviderAway {
        SignedJWT token = realm.sign(
                realm.accessClaims().claim("authorization", permissions(scope)).build());
        return AccessToken.of(token.serialize(), realm.provider().verifier());
    }

    private static Map<String, Object> permissions(String scope) {
        return Map.of(
                "permissions", List.of(Map.of("rsid", "id-of-models", "rsname", "models", "scopes", List.of(scope))));
    }
}
