package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** T14: tokens that somebody might offer at the end of a sign-in, none of which is one. */
class ForgedIdTokenT14Test {

    private static final String NONCE = "n-0S6_WzA2Mj";

    private static TinyRealm realm;

    @BeforeAll
    static void open() throws IOException {
        realm = new TinyRealm();
    }

    @AfterAll
    static void close() {
        realm.close();
    }

    @Test
    void theGenuineOneIsBelieved() throws Exception {
        var claims = realm.provider().verifier().idToken(realm.sign(genuine().build()), new Nonce(NONCE));
        assertEquals(TinyRealm.SUBJECT, claims.getSubject().getValue());
    }

    @Test
    void oneSignedWithEs256IsBelieved() throws Exception {
        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        realm.keys = new JWKSet(List.of(realm.key.toPublicJWK(), curve.toPublicJWK()));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(),
                genuine().build());
        token.sign(new ECDSASigner(curve));
        assertEquals(
                TinyRealm.SUBJECT,
                realm.provider()
                        .verifier()
                        .idToken(token, new Nonce(NONCE))
                        .getSubject()
                        .getValue());
    }

    @TestFactory
    Stream<DynamicTest> theForgedOnesAreNot() throws Exception {
        Map<String, String> forged = forged();
        assertEquals(22, forged.size());
        TokenVerifier verifier = realm.provider().verifier();
        return forged.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThrows(
                                SignInRefused.class,
                                () -> verifier.idToken(JWTParser.parse(each.getValue()), new Nonce(NONCE)))));
    }

    @Test
    void aTokenNeverMakesThePortalReadKeysFromElsewhere() throws Exception {
        TokenVerifier verifier = realm.provider().verifier();
        for (String forged : forged().values()) {
            assertThrows(SignInRefused.class, () -> verifier.idToken(JWTParser.parse(forged), new Nonce(NONCE)));
        }
        assertEquals(0, realm.foreignReads.get());
    }

    @Test
    void manyUnknownKeyIdsDoNotMakeAStormOfReads() throws Exception {
        int before = realm.keyReads.get();
        TokenVerifier verifier = realm.provider().verifier();
        RSAKey other = TinyRealm.newKey("other");
        for (int i = 0; i < 50; i++) {
            SignedJWT token = TinyRealm.sign(header("unknown-" + i), genuine().build(), other);
            assertThrows(Exception.class, () -> verifier.idToken(token, new Nonce(NONCE)));
        }
        int reads = realm.keyReads.get() - before;
        assertTrue(reads <= 2, reads + " reads of the keys");
    }

    @Test
    void aNewKeyOfTheRealmIsFoundByOneMoreRead() throws Exception {
        TokenVerifier verifier = realm.provider().verifier();
        verifier.idToken(realm.sign(genuine().build()), new Nonce(NONCE));
        int before = realm.keyReads.get();
        RSAKey rotated = TinyRealm.newKey("rotated");
        realm.keys = new JWKSet(List.of(realm.key.toPublicJWK(), rotated.toPublicJWK()));
        SignedJWT token = TinyRealm.sign(header("rotated"), genuine().build(), rotated);
        assertEquals(
                TinyRealm.SUBJECT,
                verifier.idToken(token, new Nonce(NONCE)).getSubject().getValue());
        assertEquals(1, realm.keyReads.get() - before);
    }

    private static JWTClaimsSet.Builder genuine() {
        return realm.idClaims(NONCE);
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
    }

    private static Map<String, String> forged() throws JOSEException, ParseException {
        RSAKey stranger = TinyRealm.newKey("first");
        Instant now = Instant.now();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", new PlainJWT(genuine().build()).serialize());
        forged.put(
                "alg none with the signature cut off",
                cut(realm.sign(genuine().build()).serialize()));
        forged.put(
                "HS256 keyed with the realm's public key",
                hmac(realm.key.toRSAPublicKey().getEncoded()));
        forged.put(
                "HS256 keyed with the client secret",
                hmac("secret-secret-secret-secret-secret".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        forged.put("RS384 by the realm's own key", with(JWSAlgorithm.RS384));
        forged.put("PS256 by the realm's own key", with(JWSAlgorithm.PS256));
        forged.put(
                "signed by a stranger under the realm's key id",
                TinyRealm.sign(header("first"), genuine().build(), stranger).serialize());
        forged.put(
                "signed by a stranger, no key id",
                TinyRealm.sign(new JWSHeader(JWSAlgorithm.RS256), genuine().build(), stranger)
                        .serialize());
        forged.put(
                "unknown key id",
                TinyRealm.sign(header("unknown"), genuine().build(), stranger).serialize());
        forged.put(
                "key brought along (jwk)",
                TinyRealm.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("first")
                                        .jwk(stranger.toPublicJWK())
                                        .build(),
                                genuine().build(),
                                stranger)
                        .serialize());
        forged.put(
                "key pointed to (jku)",
                TinyRealm.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("first")
                                        .jwkURL(URI.create(realm.address("/foreign-keys")))
                                        .build(),
                                genuine().build(),
                                stranger)
                        .serialize());
        forged.put(
                "certificate pointed to (x5u)",
                TinyRealm.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("first")
                                        .x509CertURL(URI.create(realm.address("/foreign-keys")))
                                        .build(),
                                genuine().build(),
                                stranger)
                        .serialize());
        forged.put("claims changed after signing", changed());
        forged.put("another realm", signed(genuine().issuer(realm.issuer.replace("aimass", "other"))));
        forged.put("the realm with a slash more", signed(genuine().issuer(realm.issuer + "/")));
        forged.put("another client", signed(genuine().audience("somebody-else").claim("azp", "somebody-else")));
        forged.put("this client among others", signed(genuine().audience(List.of(TinyRealm.CLIENT, "somebody-else"))));
        forged.put("expired", signed(genuine().expirationTime(Date.from(now.minusSeconds(120)))));
        forged.put("issued in the future", signed(genuine().issueTime(Date.from(now.plusSeconds(600)))));
        forged.put("replayed from another sign-in (nonce)", signed(genuine().claim("nonce", "another")));
        forged.put("an access token", signed(genuine().claim("typ", "Bearer")));
        forged.put(
                "a logout token",
                TinyRealm.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("first")
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build(),
                                genuine().build(),
                                realm.key)
                        .serialize());
        return forged;
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return realm.sign(claims.build()).serialize();
    }

    private static String with(JWSAlgorithm algorithm) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID("first").build(),
                genuine().build());
        token.sign(new RSASSASigner(realm.key));
        return token.serialize();
    }

    private static String hmac(byte[] key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                genuine().build());
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static String cut(String token) {
        String none =
                com.nimbusds.jose.util.Base64URL.encode("{\"alg\":\"none\"}").toString();
        String[] parts = token.split("\\.", -1);
        return none + "." + parts[1] + ".";
    }

    private static String changed() throws JOSEException {
        String[] parts = realm.sign(genuine().build()).serialize().split("\\.", -1);
        String other = com.nimbusds.jose.util.Base64URL.encode(genuine()
                        .subject("5b0a6a1e-0005-4000-8000-000000000005")
                        .build()
                        .toString())
                .toString();
        return parts[0] + "." + other + "." + parts[2];
    }
}
