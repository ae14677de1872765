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
import java.util.concurrent.atomic.AtomicInteger;

/** A realm that describes itself, shows its keys and hands out the token it is told to; nothing more. */
final class TinyRealm implements AutoCloseable {

    static final String CLIENT = "aimass-portal";
    static final String SUBJECT = "5b0a6a1e-0001-4000-8000-000000000001";

    private static final RSAKey FIRST = firstKey();

    private final HttpServer server;
    final String issuer;
    final RSAKey key;
    volatile JWKSet keys;
    volatile boolean isBroken;
    volatile String idToken = "";
    volatile String tokenRequest = "";
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
        server.createContext("/token", exchange -> {
            tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
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
        return new OidcSettings(issuer, CLIENT, "secret", new PublicUrl("https://models.example.org"));
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
