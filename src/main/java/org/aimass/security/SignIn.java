package org.aimass.security;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /** The address at the realm that the browser is sent to. */
    URI requestFor(SignInAttempt attempt, Locale language) throws IdentityProviderAway {
        OidcSettings settings = provider.settings();
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(settings.clientId()),
                        settings.callback())
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .customParameter("ui_locales", language.getLanguage().equals("zh") ? "zh-CN" : "en")
                .build()
                .toURI();
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
        JWT idToken = exchange(attempt, code);
        IDTokenClaimsSet claims = provider.verifier().idToken(idToken, new Nonce(attempt.nonce()));
        return signedIn(claims, idToken);
    }

    /** Where the browser goes to end the session at the realm too. */
    URI endOf(SignedIn signedIn) throws IdentityProviderAway {
        URI endpoint = provider.metadata().getEndSessionEndpointURI();
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

    private JWT exchange(SignInAttempt attempt, String code) throws SignInRefused, IdentityProviderAway {
        OidcSettings settings = provider.settings();
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings.callback(), new CodeVerifier(attempt.verifier()));
        var client = new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.clientSecret()));
        try {
            HTTPRequest request = new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), client, grant)
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(provider.timeoutMillis());
            request.setReadTimeout(provider.timeoutMillis());
            request.setFollowRedirects(false);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse success)) {
                int status = response.toErrorResponse().getErrorObject().getHTTPStatusCode();
                String error = response.toErrorResponse().getErrorObject().getCode();
                if (status >= 500) {
                    throw new IdentityProviderAway("the realm cannot give tokens", new IOException("status " + status));
                }
                throw new SignInRefused("the realm gives no tokens: " + status + " " + error);
            }
            JWT idToken = success.getOIDCTokens().getIDToken();
            if (idToken == null) {
                throw new SignInRefused("the realm gives no ID token");
            }
            return idToken;
        } catch (IOException e) {
            throw new IdentityProviderAway("the realm does not answer", e);
        } catch (ParseException e) {
            throw new IdentityProviderAway("the realm's answer is not one of OpenID Connect", e);
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
