package org.aimass.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.util.Set;

/**
 * Believes a token only if the realm's own keys signed it with RS256 or ES256, for this portal and nobody else, now. Keys that a
 * token brings along or points to are never looked at.
 */
final class TokenVerifier {

    /** How far the realm's clock may be from ours. */
    static final int CLOCK_SKEW_SECONDS = 60;

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> ACCESS_TOKEN_TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);
    private static final Set<JOSEObjectType> LOGOUT_TYPES = Set.of(LogoutTokenValidator.TYPE, JOSEObjectType.JWT);

    private final Issuer issuer;
    private final ClientID client;
    private final JWSVerificationKeySelector<SecurityContext> keys;

    TokenVerifier(OidcSettings settings, JWKSource<SecurityContext> keys) {
        this.issuer = new Issuer(settings.issuer());
        this.client = new ClientID(settings.clientId());
        this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    }

    /** The claims of an ID token that answers the sign-in with this nonce. */
    IDTokenClaimsSet idToken(JWT token, Nonce nonce) throws SignInRefused, IdentityProviderAway {
        var validator = new IDTokenValidator(issuer, client, keys, null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        try {
            IDTokenClaimsSet claims = validator.validate(token, nonce);
            if (claims.getAudience().size() != 1) {
                throw new SignInRefused("the ID token is for others too");
            }
            Object kind = claims.getClaim("typ");
            if (kind != null && !kind.equals("ID")) {
                throw new SignInRefused("not an ID token: " + kind);
            }
            return claims;
        } catch (KeySourceException e) {
            throw new IdentityProviderAway("the realm's keys cannot be read", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInRefused("the ID token is not to be believed", e);
        }
    }

    /**
     * The claims of an access token for the API: of type Bearer, so neither an ID token nor a refresh token, and still valid.
     * {@link #CLOCK_SKEW_SECONDS} of tolerance on both ends. Ending a session does not end it: it lives for five minutes at most.
     */
    JWTClaimsSet accessToken(JWT token) throws SignInRefused, IdentityProviderAway {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(keys);
        processor.setJWSTypeVerifier(ACCESS_TOKEN_TYPES);
        var demands = new DefaultJWTClaimsVerifier<SecurityContext>(
                OidcSettings.API,
                new JWTClaimsSet.Builder()
                        .issuer(issuer.getValue())
                        .claim("typ", "Bearer")
                        .build(),
                Set.of("sub", "exp", "iat"));
        demands.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(demands);
        try {
            return processor.process(token, null);
        } catch (KeySourceException e) {
            throw new IdentityProviderAway("the realm's keys cannot be read", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInRefused("the access token is not to be believed: " + e.getMessage(), e);
        }
    }

    /** The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
    LogoutTokenClaimsSet logoutToken(JWT token) throws SignInRefused, IdentityProviderAway {
        JOSEObjectType type = token.getHeader().getType();
        if (type != null && !LOGOUT_TYPES.contains(type)) {
            throw new SignInRefused("not a logout token: " + type);
        }
        var validator = new LogoutTokenValidator(issuer, client, false, keys, null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        try {
            LogoutTokenClaimsSet claims = validator.validate(token);
            if (claims.getAudience().size() != 1) {
                throw new SignInRefused("the logout token is for others too");
            }
            return claims;
        } catch (KeySourceException e) {
            throw new IdentityProviderAway("the realm's keys cannot be read", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInRefused("the logout token is not to be believed", e);
        }
    }
}
