package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aimass.background.Ending;

/** While the portal ends, pages are still read, but nothing is sent to it any more: a proxy asks the next node, a person asks again. */
public class EndingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Ending ending;

    @Inject
    transient ActiveRequests requests;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ending.hasBegun() && Route.of(request) == Route.HEALTH) {
            response.setHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        }
        if (ending.hasBegun() && request.getMethod().equals("POST")) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        boolean counts = requests.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            if (counts) {
                requests.leave();
            }
        }
    }
}
