package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mail address is only taken where the identity provider vouches for it, and only as a text. */
class PersonSignedInTest {

    @Test
    void aVerifiedAddressIsTold() {
        PersonSignedIn news = news("amara@northmere.example", true);
        assertEquals(Optional.of("amara@northmere.example"), news.mail());
        assertEquals(new Person("https://id.example", "amara"), news.person());
        assertEquals(Locale.SIMPLIFIED_CHINESE, news.language());
    }

    @Test
    void whatNobodyVouchesForIsNot() {
        for (Object unsure : new Object[] {false, "true", 1, "yes"}) {
            assertEquals(
                    Optional.empty(), news("amara@northmere.example", unsure).mail(), unsure.toString());
        }
        assertEquals(Optional.empty(), news("amara@northmere.example", null).mail());
        assertEquals(Optional.empty(), news(null, true).mail());
        assertEquals(Optional.empty(), news(7, true).mail());
    }

    private static PersonSignedIn news(@Nullable Object mail, @Nullable Object verified) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim("email", mail)
                .claim("email_verified", verified)
                .build();
        SignedIn signedIn = new SignedIn(
                "https://id.example",
                "amara",
                "Amara",
                Set.of(),
                "",
                new PlainJWT(claims).serialize(),
                "csrf",
                Instant.EPOCH);
        return PersonSignedIn.of(signedIn, Locale.SIMPLIFIED_CHINESE);
    }
}
