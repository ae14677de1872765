package org.aimass.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.aimass.shared.Refusal;

/** Finds the words of a room in a language. */
public final class Wording {

    /** Without it, a reader of English on a Chinese server would get Chinese. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Wording() {}

    public static String text(Refusal refusal, Locale locale) {
        return text(refusal.room(), refusal.key(), locale, refusal.arguments());
    }

    /**
     * @param room whose words they are, such as {@code audit}
     * @param arguments fill the places {0}, {1}, ... They are never read as a pattern themselves.
     */
    public static String text(String room, String key, Locale locale, Object... arguments) {
        return text(room, key, locale, List.of(arguments));
    }

    /** Whether the room has such words. */
    public static boolean has(String room, String key, Locale locale) {
        return bundle(room, locale).containsKey(key);
    }

    private static ResourceBundle bundle(String room, Locale locale) {
        return ResourceBundle.getBundle(
                "org.aimass." + room + ".Words", locale, Wording.class.getClassLoader(), NO_FALLBACK);
    }

    /** @throws MissingResourceException when the room has no such words: a mistake in the code, found by a house test */
    private static String text(String room, String key, Locale locale, List<Object> arguments) {
        String pattern = bundle(room, locale).getString(key);
        return arguments.isEmpty() ? pattern : new MessageFormat(pattern, locale).format(arguments.toArray());
    }
}
