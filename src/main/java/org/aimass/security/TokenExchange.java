package org.aimass.security;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;

/** From the portal to the realm, past the browser: a code for a token. */
final class TokenExchange {

    private TokenExchange() {}

    /** The ID token as the realm gives it, not verified yet. */
    static JWT idToken(OpenIdProvider provider, SignInAttempt attempt, String code)
            throws SignInRefused, IdentityProviderAway {
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
}
