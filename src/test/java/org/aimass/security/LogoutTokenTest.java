package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** T16: who may end a session from behind, and which. */
class LogoutTokenTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static TinyRealm realm;

    @BeforeAll
    static void open() throws IOException {
        realm = new TinyRealm();
    }

    @AfterAll
    static void close() {
        realm.close();
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(realm.issuer)
                .audience(TinyRealm.CLIENT)
                .subject(TinyRealm.SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", "session-1")
                .claim("events", Map.of(EVENT, Map.of()));
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    private static EndedSessions ended() {
        EndedSessions ended = new EndedSessions();
        ended.clock = Clock.systemUTC();
        return ended;
    }

    private static SignedIn session(String id, Instant since) {
        return new SignedIn(realm.issuer, TinyRealm.SUBJECT, "Amara", Set.of(), id, "token", "csrf", since);
    }

    private static void end(EndedSessions ended, JWT token) throws Exception {
        ended.end(realm.provider().verifier().logoutToken(token));
    }

    @Test
    void theSessionItNamesIsOverAndNoOther() throws Exception {
        EndedSessions ended = ended();
        end(ended, realm.sign(claims().build()));
        assertTrue(ended.hasEnded(session("session-1", Instant.now())));
        assertFalse(ended.hasEnded(session("session-2", Instant.now())));
    }

    @Test
    void whereItNamesThePersonOnlyEarlierSessionsAreOver() throws Exception {
        EndedSessions ended = ended();
        Instant now = Instant.now();
        end(ended, realm.sign(claims().claim("sid", null).build()));
        assertTrue(ended.hasEnded(session("session-1", now.minusSeconds(60))));
        assertFalse(ended.hasEnded(session("session-1", now.plusSeconds(60))));
    }

    @Test
    void itCountsOnce() throws Exception {
        EndedSessions ended = ended();
        JWT token = realm.sign(claims().build());
        end(ended, token);
        assertThrows(SignInRefused.class, () -> end(ended, token));
    }

    @Test
    void anOldOneDoesNotCount() throws Exception {
        Instant old = Instant.now().minus(EndedSessions.TOKEN_LIVES).minusSeconds(5);
        JWT token = realm.sign(claims().issueTime(Date.from(old)).build());
        assertThrows(SignInRefused.class, () -> end(ended(), token));
    }

    @Test
    void aForgedOneDoesNotCount() throws Exception {
        Map<String, JWT> forged = new LinkedHashMap<>();
        forged.put("unsigned", new PlainJWT(claims().build()));
        forged.put(
                "a stranger's",
                TinyRealm.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
                        claims().build(),
                        TinyRealm.newKey("first")));
        forged.put(
                "another realm's",
                realm.sign(claims().issuer("https://other.example").build()));
        forged.put("for another client", realm.sign(claims().audience("other").build()));
        forged.put("an ID token", realm.sign(realm.idClaims("nonce").build()));
        forged.put("with a nonce", realm.sign(claims().claim("nonce", "n").build()));
        forged.put(
                "without the event",
                realm.sign(claims().claim("events", Map.of()).build()));
        forged.put("without an id", realm.sign(claims().jwtID(null).build()));
        forged.put(
                "of nobody",
                realm.sign(claims().subject(null).claim("sid", null).build()));
        forged.put(
                "expired",
                realm.sign(claims().expirationTime(Date.from(Instant.now().minusSeconds(120)))
                        .build()));
        assertEquals(10, forged.size());
        EndedSessions ended = ended();
        forged.forEach((name, token) -> assertThrows(SignInRefused.class, () -> end(ended, token), name));
        assertFalse(ended.hasEnded(session("session-1", Instant.now())));
    }
}
