package org.aimass.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this package keeps in the servlet session, and nothing else reads or writes. */
final class SessionState {

    private static final String SIGNED_IN = SignedIn.class.getName();
    private static final String ATTEMPTS = SignInAttempt.class.getName();

    /** So that sign-in works in several tabs at once, and a session still stays small. */
    private static final int ATTEMPTS_AT_MOST = 5;

    private SessionState() {}

    static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) attribute(request, SIGNED_IN));
    }

    /** Begins a session that nobody can have known before. */
    static void begin(HttpServletRequest request, SignedIn signedIn) {
        end(request);
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(SIGNED_IN, signedIn);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static void remember(HttpServletRequest request, SignInAttempt attempt) {
        List<SignInAttempt> attempts = new ArrayList<>(attempts(request));
        attempts.add(attempt);
        if (attempts.size() > ATTEMPTS_AT_MOST) {
            attempts.remove(0);
        }
        request.getSession(true).setAttribute(ATTEMPTS, attempts);
    }

    /** The attempt with this state, which is used up by it. */
    static Optional<SignInAttempt> take(HttpServletRequest request, String state) {
        List<SignInAttempt> attempts = new ArrayList<>(attempts(request));
        Optional<SignInAttempt> attempt =
                attempts.stream().filter(each -> each.state().equals(state)).findFirst();
        if (attempt.isPresent()) {
            attempts.remove(attempt.get());
            request.getSession(true).setAttribute(ATTEMPTS, attempts);
        }
        return attempt;
    }

    private static List<SignInAttempt> attempts(HttpServletRequest request) {
        Object found = attribute(request, ATTEMPTS);
        return found instanceof List<?> list
                ? list.stream().map(SignInAttempt.class::cast).toList()
                : List.of();
    }

    private static @Nullable Object attribute(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }
}
