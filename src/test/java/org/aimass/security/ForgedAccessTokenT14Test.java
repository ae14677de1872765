package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T14: what is no access token of the realm for the API, now, opens nothing. */
class ForgedAccessTokenT14Test {

    private TinyRealm realm;
    private OpenIdProvider provider;

    @BeforeEach
    void begin() throws IOException {
        realm = new TinyRealm();
        provider = realm.provider();
    }

    @AfterEach
    void end() {
        realm.close();
    }

    @Test
    void aGenuineOneIsBelieved() throws Exception {
        AccessToken token = read(genuine());
        assertEquals(new Person(realm.issuer, TinyRealm.SUBJECT), token.person());
        assertEquals("Amara Okafor", token.displayName());
        assertEquals(List.of("citizen"), token.roles());
    }

    @Test
    void oneForSeveralOfWhichThisApiIsOneIsBelieved() throws Exception {
        read(realm.sign(realm.accessClaims()
                        .audience(List.of("account", OidcSettings.API))
                        .build())
                .serialize());
    }

    @Test
    void oneSignedByAnEllipticKeyOfTheRealmIsBelieved() throws Exception {
        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        realm.keys = new JWKSet(List.of(realm.key.toPublicJWK(), curve.toPublicJWK()));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(),
                realm.accessClaims().build());
        token.sign(new ECDSASigner(curve));
        read(token.serialize());
    }

    @Test
    void algNone() {
        refused(new PlainJWT(realm.accessClaims().build()).serialize());
    }

    @Test
    void algNoneWithTheSignatureOfAnother() throws Exception {
        String[] parts = genuine().split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"first\"}".getBytes(StandardCharsets.UTF_8));
        refused(header + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void hs256WithThePublicKeyAsSecret() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(realm.key.getKeyID())
                        .build(),
                realm.accessClaims().build());
        token.sign(new MACSigner(realm.key.toRSAPublicKey().getEncoded()));
        refused(token.serialize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void anAlgorithmThatTheRealmDoesNotUse(String algorithm) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                        .keyID(realm.key.getKeyID())
                        .build(),
                realm.accessClaims().build());
        token.sign(new RSASSASigner(realm.key));
        refused(token.serialize());
    }

    @Test
    void aKeyThatTheTokenBringsAlong() throws Exception {
        RSAKey own = TinyRealm.newKey("own");
        refused(TinyRealm.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("own")
                                .jwk(own.toPublicJWK())
                                .build(),
                        realm.accessClaims().build(),
                        own)
                .serialize());
    }

    @Test
    void aKeyThatTheTokenPointsTo() throws Exception {
        RSAKey own = TinyRealm.newKey("own");
        refused(TinyRealm.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("own")
                                .jwkURL(URI.create(realm.address("/foreign-keys")))
                                .build(),
                        realm.accessClaims().build(),
                        own)
                .serialize());
        assertEquals(0, realm.foreignReads.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "../../../../etc/passwd", "first' or '1'='1", ""})
    void anotherKeyUnderWhateverName(String kid) throws Exception {
        refused(TinyRealm.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
                        realm.accessClaims().build(),
                        TinyRealm.newKey("own"))
                .serialize());
    }

    @Test
    void anotherRealm() throws Exception {
        refused(sign(realm.accessClaims().issuer(realm.issuer.replace("aimass", "master"))));
        refused(sign(realm.accessClaims().issuer(realm.issuer + "/")));
    }

    @Test
    void anotherClientsAudience() throws Exception {
        refused(sign(realm.accessClaims().audience("aimass-portal")));
        refused(sign(realm.accessClaims().audience("aimass-api2")));
        refused(sign(realm.accessClaims().audience(List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "bearer"})
    void anotherKindOfToken(String kind) throws Exception {
        refused(sign(realm.accessClaims().claim("typ", kind)));
    }

    @Test
    void theIdTokenOfAPersonWhoSignedIn() throws Exception {
        refused(sign(realm.idClaims("nonce")));
        refused(sign(realm.idClaims("nonce").audience(OidcSettings.API)));
    }

    @Test
    void aLogoutTokenByItsHeader() throws Exception {
        refused(TinyRealm.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(realm.key.getKeyID())
                                .type(new JOSEObjectType("logout+jwt"))
                                .build(),
                        realm.accessClaims().build(),
                        realm.key)
                .serialize());
    }

    @Test
    void expired() throws Exception {
        refused(sign(realm.accessClaims().expirationTime(in(-61))));
        refused(sign(realm.accessClaims().expirationTime(null)));
    }

    @Test
    void notYetValid() throws Exception {
        refused(sign(realm.accessClaims().notBeforeTime(in(120))));
    }

    @Test
    void nobodys() throws Exception {
        refused(sign(realm.accessClaims().subject(null)));
    }

    @Test
    void changedAfterItWasSigned() throws Exception {
        String[] parts = genuine().split("\\.", -1);
        String other = sign(realm.accessClaims().subject("5b0a6a1e-0005-4000-8000-000000000005"))
                .split("\\.", -1)[1];
        refused(parts[0] + "." + other + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "Basic abc", "eyJhbGciOiJSUzI1NiJ9..x"})
    void noTokenAtAll(String raw) {
        refused(raw);
    }

    @Test
    void oneThatIsTooLongToBeRead() {
        refused("a".repeat(16_001));
    }

    /** Said in the README: a token is not looked up anywhere, so it lives on for its five minutes. */
    @Test
    void aTokenOfASessionThatHasEndedLivesUntilItIsOver() throws Exception {
        read(sign(realm.accessClaims().claim("sid", "session-that-ended")));
    }

    private String genuine() throws JOSEException {
        return sign(realm.accessClaims());
    }

    private String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        return realm.sign(claims.build()).serialize();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private AccessToken read(String raw) throws SignInRefused, IdentityProviderAway {
        return AccessToken.of(raw, provider.verifier());
    }

    private void refused(String raw) {
        assertThrows(SignInRefused.class, () -> read(raw));
    }
}
