package org.aimass.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One controller's key: {@value #BYTES} random bytes and a random id that does not depend on them.
 *
 * <p>The pseudonym is HMAC-SHA-256(key, "aimass subject v1" LF issuer LF subject), in UTF-8. It must never change: records of
 * years ago are found by it. Neither part may hold a line feed, so no two people give the same bytes.
 */
record PseudonymKey(String id, String secret) {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    static PseudonymKey random() {
        byte[] id = new byte[8];
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        return new PseudonymKey(HexFormat.of().formatHex(id), HexFormat.of().formatHex(secret));
    }

    PseudonymKey {
        if (!id.matches("[0-9a-f]{16}") || !secret.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a pseudonym key");
        }
    }

    SubjectPseudonym pseudonymOf(Person person) {
        if (person.issuer().indexOf('\n') >= 0 || person.subject().indexOf('\n') >= 0) {
            throw new IllegalArgumentException("an issuer and a subject are one line each");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            String subject = "aimass subject v1\n" + person.issuer() + "\n" + person.subject();
            byte[] value = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
            return new SubjectPseudonym(id, HexFormat.of().formatHex(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "pseudonym key " + id;
    }
}
