package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T14: what goes to the realm, and what must come back. */
class SignInTest {

    private TinyRealm realm;
    private SignIn signIn;

    @BeforeEach
    void open() throws IOException {
        realm = new TinyRealm();
        signIn = signIn(realm.provider());
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    private static SignIn signIn(OpenIdProvider provider) {
        SignIn signIn = new SignIn();
        signIn.provider = provider;
        signIn.clock = Clock.systemUTC();
        return signIn;
    }

    @Test
    void theBrowserIsSentWithStateNonceAndAChallenge() throws Exception {
        SignInAttempt attempt = signIn.attempt("/work");
        URI request = signIn.requestFor(attempt, Locale.SIMPLIFIED_CHINESE, Optional.empty());
        Map<String, String> sent = parameters(request.getRawQuery());
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(attempt.verifier().getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                Map.of(
                        "response_type", "code",
                        "client_id", "aimass-portal",
                        "redirect_uri", "https://models.example.org/callback",
                        "scope", "openid profile",
                        "state", attempt.state(),
                        "nonce", attempt.nonce(),
                        "code_challenge", challenge,
                        "code_challenge_method", "S256",
                        "ui_locales", "zh-CN"),
                sent);
        assertTrue(attempt.verifier().length() >= 43);
    }

    @Test
    void theRealmsFormMayBeginWithAName() throws Exception {
        URI request = signIn.requestFor(signIn.attempt("/work"), Locale.ENGLISH, Optional.of("tomas.lind"));
        assertEquals("tomas.lind", parameters(request.getRawQuery()).get("login_hint"));
    }

    @Test
    void noTwoAttemptsShareASecret() {
        SignInAttempt first = signIn.attempt("/");
        SignInAttempt second = signIn.attempt("/");
        assertNotEquals(first.state(), second.state());
        assertNotEquals(first.nonce(), second.nonce());
        assertNotEquals(first.verifier(), second.verifier());
        assertFalse(first.toString().contains(first.verifier()));
    }

    @Test
    void theCodeIsExchangedWithTheVerifier() throws Exception {
        SignInAttempt attempt = signIn.attempt("/work");
        realm.idToken = realm.sign(realm.idClaims(attempt.nonce())
                        .claim("roles", List.of("citizen", "portal-admin", "auditor"))
                        .build())
                .serialize();
        SignedIn signedIn = signIn.complete(attempt, "the-code", realm.issuer);
        Map<String, String> sent = parameters(realm.tokenRequest);
        assertEquals("the-code", sent.get("code"));
        assertEquals(attempt.verifier(), sent.get("code_verifier"));
        assertEquals("https://models.example.org/callback", sent.get("redirect_uri"));
        assertEquals(new Person(realm.issuer, TinyRealm.SUBJECT), signedIn.person());
        assertEquals("Amara Okafor", signedIn.displayName());
        assertEquals(Set.of(Role.CITIZEN, Role.PORTAL_ADMIN), signedIn.portalRoles());
        assertEquals("session-1", signedIn.sessionId());
        assertFalse(signedIn.toString().contains(signedIn.idToken()));
    }

    @Test
    void anAnswerOfAnotherRealmIsRefused() {
        SignInAttempt attempt = signIn.attempt("/");
        assertThrows(SignInRefused.class, () -> signIn.complete(attempt, "code", realm.issuer + "2"));
        assertThrows(SignInRefused.class, () -> signIn.complete(attempt, "code", null));
        assertThrows(SignInRefused.class, () -> signIn.complete(attempt, null, realm.issuer));
        assertThrows(SignInRefused.class, () -> signIn.complete(attempt, "x".repeat(5_000), realm.issuer));
        assertEquals("", realm.tokenRequest);
    }

    @Test
    void anAttemptThatTookTooLongIsRefused() {
        Instant longAgo = Instant.now().minus(SignInAttempt.AT_MOST).minusSeconds(1);
        SignInAttempt attempt = new SignInAttempt("s", "n", "v".repeat(43), "/", longAgo);
        assertThrows(SignInRefused.class, () -> signIn.complete(attempt, "code", realm.issuer));
    }

    @Test
    void aSessionHasAnEndHoweverBusy() {
        Instant since = Instant.parse("2026-11-23T08:00:00Z");
        SignedIn signedIn = new SignedIn("i", "s", "n", Set.of(), "", "t", "c", since);
        assertFalse(signedIn.isOver(Instant.parse("2026-11-23T15:59:59Z")));
        assertTrue(signedIn.isOver(Instant.parse("2026-11-23T16:00:00Z")));
    }

    @Test
    void signOutLeadsToTheRealmAndBackHome() throws Exception {
        SignInAttempt attempt = signIn.attempt("/");
        realm.idToken = realm.sign(realm.idClaims(attempt.nonce()).build()).serialize();
        SignedIn signedIn = signIn.complete(attempt, "code", realm.issuer);
        URI end = signIn.endOf(signedIn);
        Map<String, String> sent = parameters(end.getRawQuery());
        assertTrue(end.toString().startsWith(realm.address("/logout?")));
        assertEquals(signedIn.idToken(), sent.get("id_token_hint"));
        assertEquals("https://models.example.org/", sent.get("post_logout_redirect_uri"));
    }

    @Test
    void whileTheRealmIsAwaySignInSaysSoAndTriesAgainAfterAPause() throws Exception {
        MovableClock clock = new MovableClock();
        OpenIdProvider provider = new OpenIdProvider(realm.settings(), clock);
        realm.close();
        SignIn away = signIn(provider);
        assertThrows(
                IdentityProviderAway.class, () -> away.requestFor(away.attempt("/"), Locale.ENGLISH, Optional.empty()));
        long started = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThrows(IdentityProviderAway.class, provider::metadata);
        }
        assertTrue(System.nanoTime() - started < Duration.ofSeconds(2).toNanos(), "the others are told at once");
    }

    @Test
    void whenTheRealmIsBackItIsFoundWithoutARestart() throws Exception {
        MovableClock clock = new MovableClock();
        OidcSettings real = realm.settings();
        OpenIdProvider provider = new OpenIdProvider(real, clock);
        realm.isBroken = true;
        assertThrows(IdentityProviderAway.class, provider::metadata);
        realm.isBroken = false;
        assertThrows(IdentityProviderAway.class, provider::metadata);
        clock.now = clock.now.plus(OpenIdProvider.PAUSE);
        assertEquals(realm.issuer, provider.metadata().getIssuer().getValue());
        provider.metadata();
        assertEquals(2, realm.discoveries.get());
    }

    @Test
    void nobodyIsSentToARealmThatHasGoneAway() throws Exception {
        MovableClock clock = new MovableClock();
        OpenIdProvider provider = new OpenIdProvider(realm.settings(), clock);
        SignIn signIn = signIn(provider);
        signIn.requestFor(signIn.attempt("/"), Locale.ENGLISH, Optional.empty());
        realm.isBroken = true;
        signIn.requestFor(signIn.attempt("/"), Locale.ENGLISH, Optional.empty());
        assertEquals(1, realm.discoveries.get(), "it answered a moment ago");
        clock.now = clock.now.plus(OpenIdProvider.FRESH).plusSeconds(1);
        assertThrows(
                IdentityProviderAway.class,
                () -> signIn.requestFor(signIn.attempt("/"), Locale.ENGLISH, Optional.empty()));
        assertEquals(realm.issuer, provider.metadata().getIssuer().getValue(), "who is signed in stays so");
    }

    @Test
    void aRealmThatCallsItselfOtherwiseIsNotBelieved() {
        OidcSettings settings = new OidcSettings(
                realm.issuer + "/", "aimass-portal", "secret", "secret", new PublicUrl("https://models.example.org"));
        assertThrows(IdentityProviderAway.class, () -> new OpenIdProvider(settings, Clock.systemUTC()).metadata());
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int at = pair.indexOf('=');
            parameters.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static final class MovableClock extends Clock {
        Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
