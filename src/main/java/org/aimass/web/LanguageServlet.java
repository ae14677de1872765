package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.aimass.security.LocalAddress;
import org.aimass.security.PublicUrl;

/** {@code /language?to=zh_CN&page=/reports/AM-2026-0001}: remembers the choice and goes back to the page. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED_SECONDS = (int) Duration.ofDays(365).toSeconds();

    @Inject
    transient PublicUrl portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Language> language = Language.ofCode(request.getParameter("to"));
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Cookie cookie = new Cookie(Language.COOKIE, language.get().code());
        cookie.setPath("/");
        cookie.setMaxAge(REMEMBERED_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(portal.isHttps());
        response.addCookie(cookie);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                portal.address(LocalAddress.of(request.getParameter("page")).orElse("/")));
    }
}
