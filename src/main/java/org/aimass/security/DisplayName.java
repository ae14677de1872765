package org.aimass.security;

import org.jspecify.annotations.Nullable;

/** Makes a name fit to be shown: an identity provider may send anything. */
final class DisplayName {

    private static final int AT_MOST = 100;

    private DisplayName() {}

    /** One line of at most 100 characters, without controls or characters that turn the writing around. */
    static String of(@Nullable String claimed) {
        if (claimed == null) {
            return "";
        }
        String line = claimed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        return line.length() <= AT_MOST
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(AT_MOST - 1)) ? AT_MOST - 1 : AT_MOST);
    }
}
