package org.aimass.security;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at the realm: authorization code with PKCE (S256), state and nonce, every one of them used once. Knows nothing of
 * servlets.
 */
@ApplicationScoped
class SignIn {

    private static final int CODE_AT_MOST = 4_000;

    @Inject
    OpenIdProvider provider;

    @Inject
    Clock clock;

    SignInAttempt attempt(String returnTo) {
        return new SignInAttempt(
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                returnTo,
                clock.instant());
    }

    /**
     * The address at the realm that the browser is sent to.
     *
     * @param name with which the realm's form begins
     */
    URI requestFor(SignInAttempt attempt, Locale language, Optional<String> name) throws IdentityProviderAway {
        OidcSettings settings = provider.settings();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(settings.clientId()),
                        settings.callback())
                .endpointURI(provider.freshMetadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .customParameter("ui_locales", language.getLanguage().equals("zh") ? "zh-CN" : "en");
        name.ifPresent(request::loginHint);
        return request.build().toURI();
    }

    /**
     * @param code as the browser brought it
     * @param issuerParameter the {@code iss} that came with it (RFC 9207), or null
     * @throws SignInRefused when anything about it is not as it must be
     */
    SignedIn complete(SignInAttempt attempt, @Nullable String code, @Nullable String issuerParameter)
            throws SignInRefused, IdentityProviderAway {
        if (attempt.isOver(clock.instant())) {
            throw new SignInRefused("the sign-in took too long");
        }
        if (code == null || code.isEmpty() || code.length() > CODE_AT_MOST) {
            throw new SignInRefused("no authorization code");
        }
        checkIssuer(provider.metadata(), issuerParameter);
        JWT idToken = TokenExchange.idToken(provider, attempt, code);
        IDTokenClaimsSet claims = provider.verifier().idToken(idToken, new Nonce(attempt.nonce()));
        return signedIn(claims, idToken);
    }

    /** Where the browser goes to end the session at the realm too. */
    URI endOf(SignedIn signedIn) throws IdentityProviderAway {
        URI endpoint = provider.freshMetadata().getEndSessionEndpointURI();
        OidcSettings settings = provider.settings();
        URI back = URI.create(settings.portal().address("/"));
        if (endpoint == null) {
            return back;
        }
        try {
            JWT hint = com.nimbusds.jwt.JWTParser.parse(signedIn.idToken());
            return new LogoutRequest(endpoint, hint, null, new ClientID(settings.clientId()), back, null, null).toURI();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException("a session holds an ID token that was verified before", e);
        }
    }

    private static void checkIssuer(OIDCProviderMetadata metadata, @Nullable String issuerParameter)
            throws SignInRefused {
        boolean promised = metadata.supportsAuthorizationResponseIssuerParam();
        if (issuerParameter == null
                ? promised
                : !issuerParameter.equals(metadata.getIssuer().getValue())) {
            throw new SignInRefused("the answer is not from the realm that was asked");
        }
    }

    private SignedIn signedIn(IDTokenClaimsSet claims, JWT idToken) {
        List<String> words = Objects.requireNonNullElse(claims.getStringListClaim("roles"), List.of());
        String name = claims.getStringClaim("name");
        String login = claims.getStringClaim("preferred_username");
        String session = claims.getStringClaim("sid");
        return new SignedIn(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                DisplayName.of(name == null ? login : name),
                PortalRoles.of(words),
                session == null ? "" : session,
                idToken.getParsedString(),
                new State().getValue(),
                clock.instant());
    }
}
