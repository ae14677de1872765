package org.aimass.notification.entity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;

/** Under what somebody's notices are kept: 128 bits of a digest of issuer and subject. */
public final class PersonKey {

    private PersonKey() {}

    public static UUID of(Person person) {
        String text = person.issuer().length() + ":" + person.issuer() + person.subject();
        String hex = Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16, 32), 16));
    }
}
