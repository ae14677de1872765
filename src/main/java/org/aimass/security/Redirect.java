package org.aimass.security;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** Sends the browser elsewhere with GET, and keeps the answer out of every cache. */
final class Redirect {

    private Redirect() {}

    static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }

    static void seeOther(HttpServletResponse response, URI address) {
        seeOther(response, address.toString());
    }
}
