package org.aimass.shared;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as the query of an address holds it, in which {@code & = ? :} mean nothing. */
public final class QueryText {

    private QueryText() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when a per cent sign is followed by anything but two hexadecimal digits */
    public static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
