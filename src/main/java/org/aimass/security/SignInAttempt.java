package org.aimass.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in under way: what was sent with the browser to the realm, and must come back.
 *
 * @param verifier the PKCE secret whose SHA-256 went along
 * @param returnTo a local address, where the person goes then
 */
record SignInAttempt(String state, String nonce, String verifier, String returnTo, Instant startedAt)
        implements Serializable {

    static final Duration AT_MOST = Duration.ofMinutes(30);

    boolean isOver(Instant now) {
        return now.isAfter(startedAt.plus(AT_MOST));
    }

    /** Says no secret. */
    @Override
    public String toString() {
        return "sign-in to " + returnTo;
    }
}
