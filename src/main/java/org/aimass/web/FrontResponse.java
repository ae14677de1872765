package org.aimass.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.net.URI;
import org.aimass.security.PublicUrl;

/** Puts right what the parts behind it do to a response. */
final class FrontResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final PublicUrl portal;

    FrontResponse(HttpServletRequest request, HttpServletResponse response, PublicUrl portal) {
        super(response);
        this.request = request;
        this.portal = portal;
    }

    /** PrimeFaces adds a second policy with its nonce; two would both hold, and block its scripts. The second replaces the first. */
    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(ContentSecurityPolicy.HEADER)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    /** The server would make the address absolute by the Host header, which anybody may forge. */
    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        setStatus(reads ? SC_FOUND : SC_SEE_OTHER);
        setHeader("Location", absolute(portal, request.getRequestURI(), location));
    }

    static String absolute(PublicUrl portal, String page, String location) {
        return URI.create(portal.address(page)).resolve(location).toString();
    }
}
