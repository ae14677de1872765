package org.aimass.organization.entity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.aimass.shared.Sha256Digest;

/**
 * What an invited person brings: 130 random bits, as 26 letters and digits that nobody mistakes for one another, in groups.
 * So many bits need no salt: the digest alone gives nothing away.
 */
public final class InvitationCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InvitationCode() {}

    /** A new one, such as {@code 3K7QM-…-R}. */
    public static String create() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Of the code as somebody typed it: case, spaces and hyphens do not count, O is 0, I and L are 1. */
    public static Sha256Digest digest(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Sha256Digest.of(code.getBytes(StandardCharsets.UTF_8));
    }
}
