package org.aimass.security;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aimass.shared.Sha256Digest;

/**
 * An access token whose signature, issuer, audience, type and times have been checked.
 *
 * @param raw as it came; goes to the realm at most, when its policies are asked
 */
record AccessToken(JWTClaimsSet claims, String raw) {

    private static final int LONGEST = 16_000;

    /** @throws SignInRefused unless it is one for this API, now */
    static AccessToken of(String raw, TokenVerifier verifier) throws SignInRefused, IdentityProviderAway {
        if (raw.length() > LONGEST) {
            throw new SignInRefused("the access token is too long");
        }
        try {
            return new AccessToken(verifier.accessToken(SignedJWT.parse(raw)), raw);
        } catch (ParseException e) {
            throw new SignInRefused("not a signed token", e);
        }
    }

    Person person() {
        return new Person(claims.getIssuer(), claims.getSubject());
    }

    /** Of the person; where the token says none, as after a UMA exchange, of the program. */
    String displayName() {
        return DisplayName.of(Stream.of("name", "preferred_username", "azp")
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null));
    }

    List<String> roles() throws SignInRefused {
        try {
            return Objects.requireNonNullElse(claims.getStringListClaim("roles"), List.of());
        } catch (ParseException e) {
            throw new SignInRefused("the token's roles are none", e);
        }
    }

    Instant expires() {
        return claims.getExpirationTime().toInstant();
    }

    /** Its claims as they were signed, as JSON. */
    String payload() {
        return new Base64URL(raw.split("\\.", -1)[1]).decodeToString();
    }

    /** Names the token without being it. */
    Sha256Digest digest() {
        return Sha256Digest.of(raw.getBytes(StandardCharsets.US_ASCII));
    }

    /** Says no token. */
    @Override
    public String toString() {
        return "access token until " + expires();
    }
}
