package org.aimass.security;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions that the realm has ended. The portal's own sessions ask here at each request, so nobody has to find them. Kept in
 * memory, as the sessions are.
 */
@ApplicationScoped
class EndedSessions {

    /** A logout token older than this is not news. */
    static final Duration TOKEN_LIVES = Duration.ofMinutes(5);

    private static final Duration KEPT = SignedIn.AT_MOST.plus(TOKEN_LIVES);

    @Inject
    Clock clock;

    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, Instant> subjects = new ConcurrentHashMap<>();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    /** @throws SignInRefused when the token was used before, or is too old for that to be known */
    void end(LogoutTokenClaimsSet token) throws SignInRefused {
        Instant now = clock.instant();
        forgetBefore(now.minus(KEPT));
        Instant issued = token.getIssueTime().toInstant();
        if (issued.isBefore(now.minus(TOKEN_LIVES))) {
            throw new SignInRefused("the logout token is too old");
        }
        if (tokens.putIfAbsent(token.getJWTID().getValue(), now) != null) {
            throw new SignInRefused("the logout token was used before");
        }
        if (token.getSessionID() != null) {
            sessions.put(token.getSessionID().getValue(), now);
        } else {
            subjects.merge(token.getSubject().getValue(), issued, (old, other) -> old.isAfter(other) ? old : other);
        }
    }

    boolean hasEnded(SignedIn signedIn) {
        Instant subjectEnded = subjects.get(signedIn.subject());
        return sessions.containsKey(signedIn.sessionId())
                || (subjectEnded != null && !signedIn.since().isAfter(subjectEnded));
    }

    private void forgetBefore(Instant limit) {
        sessions.values().removeIf(at -> at.isBefore(limit));
        subjects.values().removeIf(at -> at.isBefore(limit));
        tokens.values().removeIf(at -> at.isBefore(limit));
    }
}
