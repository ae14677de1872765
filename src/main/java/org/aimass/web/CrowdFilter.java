package org.aimass.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps some of the server's 200 threads free, whatever the others wait for: whoever comes when too many requests are under way is told
 * at once to come again, in a page that costs nothing, instead of waiting in a line that grows.
 */
public class CrowdFilter extends HttpFilter {

    /** Of the server's 200 threads. */
    static final int AT_MOST = 160;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(CrowdFilter.class.getName());

    private final AtomicInteger present = new AtomicInteger();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Route.of(request) == Route.HEALTH) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (present.incrementAndGet() <= AT_MOST) {
                chain.doFilter(request, response);
            } else {
                LOG.log(Level.WARNING, "Refused: {0} requests are under way", AT_MOST);
                refuse(request, response);
            }
        } finally {
            present.decrementAndGet();
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(ErrorKind.UNAVAILABLE.status());
        response.setHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        if (Route.of(request) == Route.API) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter()
                    .write(Problem.of(
                                    ErrorKind.UNAVAILABLE.status(),
                                    ErrorKind.UNAVAILABLE.text(
                                            Language.of(request).locale()),
                                    null)
                            .json());
        } else {
            PlainErrorPage.write(response, ErrorKind.UNAVAILABLE, Language.of(request), RequestId.current());
        }
    }
}
