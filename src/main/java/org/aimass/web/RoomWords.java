package org.aimass.web;

import java.util.Locale;

/**
 * One room's words in one language, with their places filled.
 *
 * @param room such as {@code report}
 */
public record RoomWords(String room, Locale locale) {

    public boolean has(String key) {
        return Wording.has(room, key, locale);
    }

    /** @param arguments fill {0}, {1}, ...; without any, the word is given as it stands */
    public String say(String key, Object... arguments) {
        return Wording.text(room, key, locale, arguments);
    }
}
