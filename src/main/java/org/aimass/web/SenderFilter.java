package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;

/**
 * Lets each person send so many forms, files and pieces at the same time, and nobody in particular as many together. While a body comes
 * in, it holds one of the server's 200 threads, and it comes as slowly as its sender likes.
 */
public class SenderFilter extends HttpFilter {

    /** More than any browser sends: one that speaks HTTP/1.1 opens six connections. */
    static final int AT_MOST = 16;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SenderFilter.class.getName());
    private static final String SOON = "1";

    private final transient ConcurrentHashMap<Optional<Person>, Integer> sending = new ConcurrentHashMap<>();

    @Inject
    transient CurrentUser user;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PostFilter.reads(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Person> sender = user.person();
        try {
            if (enter(sender)) {
                chain.doFilter(request, response);
            } else {
                LOG.log(Level.WARNING, "Refused: one sender has {0} requests under way", AT_MOST);
                response.setHeader("Retry-After", SOON);
                response.sendError(ErrorKind.TOO_MANY.status());
            }
        } finally {
            leave(sender);
        }
    }

    /** Counts it in any case: {@link #leave} must follow. */
    boolean enter(Optional<Person> sender) {
        return sending.merge(sender, 1, Integer::sum) <= AT_MOST;
    }

    void leave(Optional<Person> sender) {
        sending.computeIfPresent(sender, (who, requests) -> requests == 1 ? null : requests - 1);
    }

    /** How many senders have something under way. */
    int senders() {
        return sending.size();
    }
}
