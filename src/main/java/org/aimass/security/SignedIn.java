package org.aimass.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a session keeps of somebody who signed in.
 *
 * @param sessionId the realm's id of its own session, or empty; a logout token names it
 * @param idToken goes back to the realm at sign-out, and nowhere else
 * @param csrfToken proves that a form came from the portal's own page
 */
record SignedIn(
        String issuer,
        String subject,
        String displayName,
        Set<Role> portalRoles,
        String sessionId,
        String idToken,
        String csrfToken,
        Instant since)
        implements Serializable {

    /** However busy, a session ends after this. */
    static final Duration AT_MOST = Duration.ofHours(8);

    SignedIn {
        portalRoles = Set.copyOf(portalRoles);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(since.plus(AT_MOST));
    }

    Person person() {
        return new Person(issuer, subject);
    }

    /** Says no token. */
    @Override
    public String toString() {
        return "signed in since " + since;
    }
}
