package org.aimass.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The error pages that there are. The words are {@code error.<name>.title} and {@code error.<name>.text}. */
enum ErrorKind {
    BAD_REQUEST(400, "badRequest"),
    NO_TOKEN(401, "noToken"),
    FORBIDDEN(403, "forbidden"),
    DENIED(403, "denied"),
    NOT_FOUND(404, "notFound"),
    METHOD(405, "method"),
    NOT_ACCEPTABLE(406, "notAcceptable"),
    CONFLICT(409, "conflict"),
    EXPIRED(409, "expired"),
    TOO_LARGE(413, "tooLarge"),
    MEDIA_TYPE(415, "mediaType"),
    TOO_MANY(429, "tooMany"),
    FAILURE(500, "failure"),
    UNAVAILABLE(503, "unavailable"),
    READ_ONLY(503, "readOnly"),
    SIGN_IN_AWAY(503, "signInAway"),
    SIGN_IN_REFUSED(400, "signInRefused"),
    STORE_FULL(507, "storeFull");

    private final int status;
    private final String key;

    ErrorKind(int status, String key) {
        this.status = status;
        this.key = key;
    }

    /** The general page for a status. */
    static ErrorKind ofStatus(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .findFirst()
                .orElse(status >= 500 ? FAILURE : BAD_REQUEST);
    }

    static Optional<ErrorKind> ofKey(Object key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    String title(Locale locale) {
        return Wording.text("web", "error." + key + ".title", locale);
    }

    String text(Locale locale) {
        return Wording.text("web", "error." + key + ".text", locale);
    }
}
