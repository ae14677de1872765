package org.aimass.shared;

import java.util.Locale;

/**
 * One text in the portal's two languages.
 *
 * @param en English, never blank
 * @param zh Simplified Chinese; blank where nobody wrote it, and then the English text stands in
 */
public record Bilingual(String en, String zh) {

    public Bilingual {
        if (en.isBlank()) {
            throw new IllegalArgumentException("the English text is missing");
        }
    }

    /** The text for a reader of that language; whether it really is in that language, {@link #languageFor} tells. */
    public String in(Locale locale) {
        return hasChinese() && isChinese(locale) ? zh : en;
    }

    /** The language tag of what {@link #in} gives, for the page's {@code lang} attribute: {@code en} or {@code zh-Hans}. */
    public String languageFor(Locale locale) {
        return hasChinese() && isChinese(locale) ? "zh-Hans" : "en";
    }

    public boolean hasChinese() {
        return !zh.isBlank();
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
