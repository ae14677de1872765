package org.aimass.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.aimass.security.ApiAccess;
import org.aimass.security.SignInServlet;

/** The door of the API. A refusal says by its status and its headers what is missing; the error servlet adds the problem document. */
public class ApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** What everybody may read without saying who they are. */
    private static final Pattern OPEN = Pattern.compile("/api/v1/(openapi\\.json|reports(/.*)?)");

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String AWAY_FOR_SECONDS = "10";
    private static final String CHALLENGE = "Bearer realm=\"aimass\"";

    @Inject
    transient ApiAccess access;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!ApiAccess.isApi(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean open = isOpen(request.getMethod(), request.getRequestURI());
        response.setHeader("Cache-Control", open ? "no-cache" : "private, no-cache");
        response.setHeader("Vary", "Authorization, Accept-Language");
        switch (access.admit(request.getHeader("Authorization"), request.getMethod(), request.getRequestURI(), open)) {
            case ADMITTED -> chain.doFilter(request, response);
            case NO_TOKEN -> refuse(response, 401, CHALLENGE);
            case BAD_TOKEN -> refuse(response, 401, CHALLENGE + ", error=\"invalid_token\"");
            case NOWHERE -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case DENIED -> {
                String scope = READING.contains(request.getMethod()) ? "api-read" : "api-write";
                request.setAttribute(SignInServlet.REASON, "denied");
                refuse(response, 403, CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
            }
            case REALM_AWAY -> {
                response.setHeader("Retry-After", AWAY_FOR_SECONDS);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    static boolean isOpen(String method, String path) {
        return READING.contains(method) && OPEN.matcher(path).matches();
    }

    private static void refuse(HttpServletResponse response, int status, String challenge) throws IOException {
        response.setHeader("WWW-Authenticate", challenge);
        response.sendError(status);
    }
}
