package org.aimass.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The reader's language, for the templates: {@code #{language.tag}}. */
@RequestScoped
@Named("language")
public class ReaderLanguage {

    @Inject
    HttpServletRequest request;

    private Language language() {
        return Language.of(request);
    }

    public Locale getLocale() {
        return language().locale();
    }

    public String getTag() {
        return language().tag();
    }

    public String getOtherTag() {
        return language().other().tag();
    }

    public String getOtherName() {
        return language().other().ownName();
    }

    /** A link to this same page in the other language. */
    public String getSwitchAddress() {
        return "/language?to=" + language().other().code() + "&page="
                + URLEncoder.encode(PageAddress.of(request), StandardCharsets.UTF_8);
    }

    /** Where a sign-in link leads that comes back to this page. */
    public String getSignInAddress() {
        return "/sign-in?return=" + URLEncoder.encode(PageAddress.of(request), StandardCharsets.UTF_8);
    }
}
