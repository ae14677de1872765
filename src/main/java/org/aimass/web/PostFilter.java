package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Set;
import org.aimass.security.ApiAccess;
import org.aimass.security.CurrentUser;
import org.aimass.security.PublicUrl;
import org.jspecify.annotations.Nullable;

/**
 * The second wall against forged requests, in front of the Faces token: what changes something must come from the portal's own
 * pages, as the browser itself says, and from somebody who is signed in: whatever is public is read, and its forms search.
 */
public class PostFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(PostFilter.class.getName());
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String WRITING = "POST";

    /** 2 GB for the file, and a little for the form around it; the same as in web.xml. */
    private static final long FILE_AT_MOST = (2L << 30) + (1L << 20);

    private static final long FORM_AT_MOST = 2L << 20;

    /** The pages whose forms take a file. */
    static final Set<String> FILE_FORMS = Set.of("/dataset/submit.xhtml", "/registry/register.xhtml");

    /** A piece of a file. */
    private static final long PIECE_AT_MOST = 8L << 20;

    private static final int STORE_FULL = ErrorKind.STORE_FULL.status();

    /** Proves itself by a signed token and brings no cookie. */
    private static final String BACK_CHANNEL = "/back-channel-logout";

    @Inject
    transient PublicUrl portal;

    @Inject
    transient CurrentUser user;

    @Inject
    transient DiskSpace disk;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ApiAccess.isApi(request)) {
            // no browser sends a bearer token by itself, and nothing else counts there
            chain.doFilter(request, response);
            return;
        }
        boolean reads = reads(request);
        if (!reads && !request.getMethod().equals(WRITING)) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        boolean proven = request.getRequestURI().equals(BACK_CHANNEL);
        if (!reads && !proven && !(user.isSignedIn() && isOwn(request))) {
            LOG.log(Level.WARNING, "Refused: not sent by a page of the portal, or by nobody who is signed in");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (hidesItsLength(request)) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > atMost(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isMultipart(request) && !disk.admits(request.getContentLengthLong())) {
            LOG.log(Level.WARNING, "Refused: an upload of {0} bytes, for the disk is nearly full", length(request));
            response.sendError(STORE_FULL);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether it asks for something to read, and brings nothing. */
    static boolean reads(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** A file of which nobody knows how long it becomes could take the last of the disk; browsers always say it. */
    static boolean hidesItsLength(HttpServletRequest request) {
        return isMultipart(request) && request.getContentLengthLong() < 0;
    }

    /** A form that takes no file is as short in parts as any other, so that not everybody who is signed in can send files. */
    static long atMost(HttpServletRequest request) {
        if (isMultipart(request)) {
            return FILE_FORMS.contains(request.getRequestURI()) ? FILE_AT_MOST : FORM_AT_MOST;
        }
        return isOfType(request, "application/octet-stream") ? PIECE_AT_MOST : FORM_AT_MOST;
    }

    private static String length(HttpServletRequest request) {
        return Long.toString(request.getContentLengthLong());
    }

    private boolean isOwn(HttpServletRequest request) {
        return isOwn(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), portal.origin());
    }

    /** Both headers must agree with an own page where they are present, and one must be. */
    static boolean isOwn(@Nullable String fetchSite, @Nullable String origin, String ownOrigin) {
        boolean siteAgrees = fetchSite == null || fetchSite.equals("same-origin");
        boolean originAgrees = origin == null || origin.equals(ownOrigin);
        return siteAgrees && originAgrees && (fetchSite != null || origin != null);
    }

    static boolean isMultipart(HttpServletRequest request) {
        return isOfType(request, "multipart/");
    }

    private static boolean isOfType(HttpServletRequest request, String type) {
        String contentType = request.getContentType();
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(type);
    }
}
