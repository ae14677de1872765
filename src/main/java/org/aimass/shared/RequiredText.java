package org.aimass.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text that a person typed, before it is kept: present, not too long, without characters that nobody can see. */
public final class RequiredText {

    private static final Pattern LINE_CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern PROSE_CONTROL =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private RequiredText() {}

    /**
     * One line: trimmed, 1 to {@code max} characters, no control or direction-changing characters.
     *
     * @throws Refusal INVALID at the field, with the room's words {@code field.FIELD.missing}, {@code field.tooLong} (limit)
     *     or {@code field.control}
     */
    public static String line(String typed, int max, String room, String field) {
        return checked(typed.strip(), max, LINE_CONTROL, room, field);
    }

    /** As {@link #line}, but line breaks and tabs may be in it. */
    public static String prose(String typed, int max, String room, String field) {
        return checked(typed.strip().replace("\r\n", "\n").replace('\r', '\n'), max, PROSE_CONTROL, room, field);
    }

    private static String checked(String text, int max, Pattern control, String room, String field) {
        if (text.isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, room, "field." + field + ".missing")
                    .at(field);
        }
        if (text.length() > max) {
            throw Refusal.of(Refusal.Kind.INVALID, room, "field.tooLong", String.format(Locale.ROOT, "%d", max))
                    .at(field);
        }
        if (control.matcher(text).find()) {
            throw Refusal.of(Refusal.Kind.INVALID, room, "field.control").at(field);
        }
        return text;
    }
}
