package org.aimass.api;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.aimass.web.Wording;

/** The API's own words in the language of whoever asks. */
final class ApiWords {

    private ApiWords() {}

    static String say(String key, Object... arguments) {
        return Wording.text("api", key, locale(), arguments);
    }

    /** Set by the language filter, so always one of the portal's. */
    private static Locale locale() {
        return CDI.current().select(HttpServletRequest.class).get().getLocale();
    }
}
