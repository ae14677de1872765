package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.aimass.database.DatabaseWatch;
import org.aimass.security.CurrentUser;
import org.aimass.security.SignInServlet;

/**
 * While the database is away, nobody waits for it: whatever is public is read from the copy that was sent last, with a notice of its
 * age, and everything else is refused at once with the time to try again. While it keeps nothing, what would have to be kept is refused
 * before anybody works on it.
 */
public class DatabaseAwayFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int ADDRESS_AT_MOST = 500;
    private static final String BEGIN = "<main id=\"main\">";

    @Inject
    transient DatabaseWatch database;

    @Inject
    transient PublicCopies copies;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Route route = Route.of(request);
        boolean copied = route.isPublic() && isWholePage(request);
        if (database.isAway() && route == Route.HEALTH) {
            response.setHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        }
        if (database.isAway() && !route.standsAlone()) {
            Optional<PublicCopies.Copy> copy = copied ? copies.find(address(request)) : Optional.empty();
            if (copy.isPresent()) {
                send(copy.get(), request, response);
            } else {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        } else if (database.isReadOnly() && !route.standsAlone() && !PostFilter.reads(request)) {
            request.setAttribute(SignInServlet.REASON, ErrorKind.READ_ONLY.key());
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (copied && !user.isSignedIn() && address(request).length() <= ADDRESS_AT_MOST) {
            CopiedResponse copying = new CopiedResponse(response);
            chain.doFilter(request, copying);
            copying.copy(clock.instant()).ifPresent(copy -> copies.keep(address(request), copy));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whoever asks as a script of Faces does gets a part of the page: nobody else shall be given that for the page. */
    static boolean isWholePage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getHeader("Faces-Request") == null;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return Language.of(request).code() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static void send(PublicCopies.Copy copy, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        copy.headers().forEach(response::setHeader);
        byte[] body = copy.type().startsWith("text/html") ? withNotice(copy, request) : copy.body();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] withNotice(PublicCopies.Copy copy, HttpServletRequest request) {
        var locale = Language.of(request).locale();
        String at = new Format(locale, ZoneId.systemDefault()).dateTime(copy.at());
        String notice = "<div class=\"notice-strip\" role=\"status\"><div class=\"wrap\">"
                + Wording.text("web", "frame.copy", locale, at) + "</div></div>";
        return new String(copy.body(), StandardCharsets.UTF_8)
                .replace(BEGIN, BEGIN + notice)
                .getBytes(StandardCharsets.UTF_8);
    }
}
