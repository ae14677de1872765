package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.aimass.operation.RequestMeters;

/** Gives each request its id, and writes one line about it: method, path, status, milliseconds. An id from outside is ignored. */
public class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(RequestIdFilter.class.getName());

    @Inject
    transient RequestMeters meters;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = idOf(request);
        long started = System.nanoTime();
        response.setHeader(RequestId.HEADER, id);
        RequestId.enter(id);
        try {
            chain.doFilter(request, response);
        } finally {
            long millis = (System.nanoTime() - started) / 1_000_000;
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                count(request, response.getStatus(), millis);
            }
            if (request.getDispatcherType() == DispatcherType.REQUEST && !Addresses.isResource(request)) {
                LOG.log(
                        Level.INFO,
                        "{0} {1} {2} {3} ms",
                        request.getMethod(),
                        request.getRequestURI(),
                        Integer.toString(response.getStatus()),
                        Long.toString(millis));
            }
            RequestId.leave();
        }
    }

    private void count(HttpServletRequest request, int status, long millis) {
        meters.answered(Route.of(request).word(), Route.method(request), status, millis / 1e3);
        if (PostFilter.isMultipart(request) && status < HttpServletResponse.SC_BAD_REQUEST) {
            meters.uploaded(Math.max(0, request.getContentLengthLong()));
        }
    }

    private static String idOf(HttpServletRequest request) {
        Object known = request.getAttribute(RequestId.ATTRIBUTE);
        String id = known == null ? RequestId.random() : known.toString();
        request.setAttribute(RequestId.ATTRIBUTE, id);
        return id;
    }
}
