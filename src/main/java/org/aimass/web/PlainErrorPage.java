package org.aimass.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The last resort, when even the error page fails: needs nothing but its words. */
final class PlainErrorPage {

    private PlainErrorPage() {}

    static void write(HttpServletResponse response, ErrorKind kind, Language language, String requestId)
            throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"" + language.tag() + "\"><head><meta charset=\"utf-8\"><title>"
                        + kind.title(language.locale()) + "</title></head><body><main><h1>"
                        + kind.title(language.locale()) + "</h1><p>" + kind.text(language.locale()) + "</p><p>"
                        + requestId + "</p></main></body></html>");
    }
}
