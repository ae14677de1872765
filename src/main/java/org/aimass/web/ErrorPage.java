package org.aimass.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What {@code /WEB-INF/errorpages/error.xhtml} says. */
@RequestScoped
@Named("errorPage")
public class ErrorPage {

    @Inject
    HttpServletRequest request;

    private ErrorKind kind = ErrorKind.NOT_FOUND;

    void show(ErrorKind newKind) {
        kind = newKind;
    }

    private Locale locale() {
        return Language.of(request).locale();
    }

    public String getTitle() {
        return kind.title(locale());
    }

    public String getText() {
        return kind.text(locale());
    }

    public int getStatus() {
        return kind.status();
    }

    /** Whether asking again later, or signing in again, may help: then the page offers it. */
    public boolean isRetryable() {
        return kind == ErrorKind.SIGN_IN_AWAY || kind == ErrorKind.SIGN_IN_REFUSED;
    }

    /** To be told to the people who run the portal. */
    public String getRequestId() {
        return RequestId.current();
    }
}
