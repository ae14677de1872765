package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aimass.security.CurrentUser;
import org.aimass.security.PublicUrl;

/** Tells the browser what it must not do with what it gets. */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ContentSecurityPolicy policy;

    @Inject
    transient CurrentUser user;

    @Inject
    transient PublicUrl portal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(ContentSecurityPolicy.HEADER, policy.getValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // not no-referrer: then a browser hides from us, too, which page a form comes from
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (portal.isHttps()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!Addresses.isResource(request)) {
            response.setHeader("Cache-Control", user.isSignedIn() ? "no-store" : "no-cache");
            response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        }
        chain.doFilter(request, new FrontResponse(request, response, portal));
    }
}
