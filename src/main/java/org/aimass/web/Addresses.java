package org.aimass.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.aimass.security.ApiAccess;
import org.jspecify.annotations.Nullable;

/** What the addresses of the portal look like, and which are nobody's business. */
final class Addresses {

    /**
     * No address of the portal holds a parameter in its path, a backslash, an encoded slash, dot, percent sign, control, letter or
     * digit, or two slashes in a row: such a one means to be read differently by the constraints than by what serves it.
     */
    private static final Pattern TWISTED =
            Pattern.compile(";|\\\\|//|/\\.{1,2}(/|$)|%(2[ef5]|3[0-9b]|[46][1-9a-f]|[57][0-9a]|5c|7f|[01][0-9a-f])");

    private static final Pattern SERVER_OWN = Pattern.compile("/(metrics|openapi|meta-inf|web-inf)(/.*)?");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final Set<String> API_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private Addresses() {}

    /** @param path as it came, not decoded */
    static boolean isWellFormed(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return !TWISTED.matcher(lower).find() && !SERVER_OWN.matcher(lower).matches();
    }

    /** @param query as it came, not decoded: whatever it asks for, no text that is kept or looked for has a NUL in it */
    static boolean isQueryWellFormed(@Nullable String query) {
        return query == null || !query.contains("%00");
    }

    static boolean isMethodKnown(HttpServletRequest request) {
        return (ApiAccess.isApi(request) ? API_METHODS : METHODS).contains(request.getMethod());
    }

    /** Style sheets, scripts and pictures: the same for everybody. */
    static boolean isResource(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
    }
}
