package org.aimass.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that the portal speaks, and which of them a reader gets. Nothing else is ever taken for a locale. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH, "en", "English"),
    CHINESE("zh_CN", Locale.SIMPLIFIED_CHINESE, "zh-Hans", "简体中文");

    /** The cookie that remembers a reader's choice. */
    static final String COOKIE = "lang";

    private static final int HEADER_AT_MOST = 200;

    private final String code;
    private final Locale locale;
    private final String tag;
    private final String ownName;

    Language(String code, Locale locale, String tag, String ownName) {
        this.code = code;
        this.locale = locale;
        this.tag = tag;
        this.ownName = ownName;
    }

    public static Optional<Language> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The reader's choice, else the first language of their browser that the portal speaks, else English. */
    public static Language of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> ofCode(cookie.getValue()).stream())
                .findFirst()
                .orElseGet(() -> ofHeader(request.getHeader("Accept-Language")));
    }

    /** @param header as in RFC 9110, section 12.5.4; whatever is not like it counts as no wish */
    static Language ofHeader(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > HEADER_AT_MOST) {
            return ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> ofTag(range.getRange()).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    private static Optional<Language> ofTag(String tag) {
        String primary = tag.split("-", 2)[0];
        return Arrays.stream(values())
                .filter(each -> each.locale.getLanguage().equals(primary))
                .findFirst();
    }

    /** {@code en} or {@code zh_CN}, as in addresses and in the cookie. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** For the {@code lang} attribute: {@code en} or {@code zh-Hans}. */
    public String tag() {
        return tag;
    }

    /** What its readers call it. */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }
}
