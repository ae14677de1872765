package org.aimass.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm that describes itself, shows its keys and hands out the token it is told to; nothing more. */
final class TinyRealm implements AutoCloseable {

    static final String CLIENT = "aimass-portal";
    private static final String MODELS = """
            {"_id":"id-of-models","name":"models","uris":["/api/v1/models","/api/v1/models/*"],
            "resource_scopes":[{"name":"read"},{"name":"write"}]}""";

    static final String SUBJECT = "5b0a6a1e-0001-4000-8000-000000000001";

    private static final RSAKey FIRST = firstKey();

    private final HttpServer server;
    final String issuer;
    final RSAKey key;
    volatile JWKSet keys;
    volatile boolean isBroken;
    volatile String idToken = "";
    volatile String tokenRequest = "";
    volatile String permissions = "[]";
    final AtomicInteger decisions = new AtomicInteger();
    final AtomicInteger discoveries = new AtomicInteger();
    final AtomicInteger keyReads = new AtomicInteger();
    final AtomicInteger foreignReads = new AtomicInteger();

    TinyRealm() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/aimass";
        key = FIRST;
        keys = new JWKSet(key.toPublicJWK());
        answer("/realms/aimass/.well-known/openid-configuration", () -> {
            discoveries.incrementAndGet();
            return isBroken ? "<html>" : description();
        });
        answer("/keys", () -> {
            keyReads.incrementAndGet();
            return keys.toString();
        });
        answer("/foreign-keys", () -> {
            foreignReads.incrementAndGet();
            return keys.toString();
        });
        answer("/realms/aimass/.well-known/uma2-configuration", this::policyDescription);
        answer("/resources", () -> "[\"id-of-models\"]");
        answer("/resources/id-of-models", () -> MODELS);
        server.createContext("/token", exchange -> {
            tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (tokenRequest.contains("client_credentials")) {
                send(exchange, "{\"access_token\":\"" + ownToken() + "\",\"token_type\":\"Bearer\"}");
                return;
            }
            if (tokenRequest.contains("uma-ticket")) {
                decisions.incrementAndGet();
                send(exchange, permissions);
                return;
            }
            send(exchange, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}");
        });
        server.start();
    }

    private interface Text {
        String get();
    }

    private void answer(String path, Text text) {
        server.createContext(path, exchange -> send(exchange, text.get()));
    }

    private static void send(com.sun.net.httpserver.HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private String description() {
        return """
                {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"%s","jwks_uri":"%s","end_session_endpoint":"%s",
                "response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"],"authorization_response_iss_parameter_supported":true}""".formatted(issuer, address("/auth"), address("/token"), address("/keys"), address("/logout"));
    }

    /** What the API itself gets, to ask which addresses its policies are about. */
    private String ownToken() {
        try {
            return sign(accessClaims().build()).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String policyDescription() {
        return """
                {"issuer":"%s","token_endpoint":"%s","resource_registration_endpoint":"%s","permission_endpoint":"%s",
                "policy_endpoint":"%s"}""".formatted(
                issuer, address("/token"), address("/resources"), address("/permissions"), address("/policies"));
    }

    private static RSAKey firstKey() {
        try {
            return newKey("first");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
    }

    OidcSettings settings() {
        return new OidcSettings(issuer, CLIENT, "secret", "secret", new PublicUrl("https://models.example.org"));
    }

    OpenIdProvider provider() {
        return new OpenIdProvider(settings(), Clock.systemUTC());
    }

    /** Claims that the portal believes. */
    JWTClaimsSet.Builder idClaims(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(SUBJECT)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("typ", "ID")
                .claim("azp", CLIENT)
                .claim("sid", "session-1")
                .claim("name", "Amara Okafor");
    }

    /** Claims that the API believes. */
    JWTClaimsSet.Builder accessClaims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(SUBJECT)
                .audience(OidcSettings.API)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("typ", "Bearer")
                .claim("azp", "aimass-cli")
                .claim("roles", List.of("citizen"))
                .claim("name", "Amara Okafor");
    }

    SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims, key);
    }

    static SignedJWT sign(JWSHeader header, JWTClaimsSet claims, RSAKey with) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(with));
        return token;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
