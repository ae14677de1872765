package org.aimass.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody has just signed in; rooms may observe it.
 *
 * @param language in which they read the portal
 * @param mail where the identity provider vouches for it: says where to write to, never who somebody is. As it was claimed, so
 *     whoever writes there looks at its form first
 */
public record PersonSignedIn(Person person, Locale language, Optional<String> mail) {

    /** @param signedIn by an ID token that was verified */
    static PersonSignedIn of(SignedIn signedIn, Locale language) {
        try {
            JWTClaimsSet claims = JWTParser.parse(signedIn.idToken()).getJWTClaimsSet();
            Object verified = claims.getClaim("email_verified");
            Object mail = claims.getClaim("email");
            Optional<String> vouched =
                    Boolean.TRUE.equals(verified) && mail instanceof String text ? Optional.of(text) : Optional.empty();
            return new PersonSignedIn(signedIn.person(), language, vouched);
        } catch (ParseException e) {
            throw new IllegalStateException("a session holds an ID token that was verified before", e);
        }
    }
}
