package org.aimass.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/** The kinds of addresses, few and fixed, by which requests are counted. */
enum Route {
    HEALTH,
    RESOURCE,
    API,
    REPORT,
    PUBLIC_PAGE,
    SIGN_IN,
    MY_DATA,
    WORKSPACE,
    OTHER;

    private static final Set<String> PUBLIC =
            Set.of("/", "/register", "/method", "/report/register.xhtml", "/audit/method.xhtml");
    private static final Set<String> SIGN_IN_PATHS =
            Set.of("/sign-in", "/sign-out", "/callback", "/back-channel-logout");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    static Route of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (Addresses.isResource(request)) {
            return RESOURCE;
        }
        if (path.startsWith("/health")) {
            return HEALTH;
        }
        if (path.startsWith("/api/")) {
            return API;
        }
        if (path.startsWith("/reports/") || path.equals("/report/view.xhtml")) {
            return REPORT;
        }
        if (PUBLIC.contains(path)) {
            return PUBLIC_PAGE;
        }
        if (SIGN_IN_PATHS.contains(path)) {
            return SIGN_IN;
        }
        if (path.equals("/my-data") || path.equals("/my-data.json") || path.startsWith("/datausage/")) {
            return MY_DATA;
        }
        return path.equals("/work") || path.endsWith(".xhtml") ? WORKSPACE : OTHER;
    }

    /** Whether anybody may read it, and everybody reads the same. */
    boolean isPublic() {
        return this == PUBLIC_PAGE || this == REPORT;
    }

    /** Whether it needs no database. */
    boolean standsAlone() {
        return this == HEALTH || this == RESOURCE || this == SIGN_IN;
    }

    /** Such as {@code public_page}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method, if it is one of the usual ones. */
    static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    }
}
