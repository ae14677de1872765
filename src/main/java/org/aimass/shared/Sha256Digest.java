package org.aimass.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. It names artifacts, plans and reports. */
public record Sha256Digest(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Sha256Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal: " + hex);
        }
    }

    public static Sha256Digest of(byte[] bytes) {
        return new Sha256Digest(HexFormat.of().formatHex(newMessageDigest().digest(bytes)));
    }

    /** The digest of everything that {@code finished} has been updated with; resets it. */
    public static Sha256Digest of(MessageDigest finished) {
        return new Sha256Digest(HexFormat.of().formatHex(finished.digest()));
    }

    public static MessageDigest newMessageDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
