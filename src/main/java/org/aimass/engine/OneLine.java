package org.aimass.engine;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text of unknown origin, made fit for one line of an error message. */
public final class OneLine {

    private static final int LONGEST_VALUE = 60;
    private static final int MOST_VALUES = 12;

    private OneLine() {}

    /** The text without control and formatting characters, cut to the given number of characters with "..." in place of the rest. */
    public static String of(String text, int longest) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
        int at = 0;
        while (at < text.length() && line.length() < longest) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            line.appendCodePoint(isPlain(point) ? point : ' ');
        }
        return at < text.length() ? line + "..." : line.toString();
    }

    /** A value as a message quotes it: in double quotes, its start only if it is long. */
    public static String quoted(String value) {
        return '"' + of(value, LONGEST_VALUE) + '"';
    }

    /** Values as a message lists them: the first ones, quoted. */
    public static String list(Collection<String> values) {
        String shown = values.stream().limit(MOST_VALUES).map(OneLine::quoted).collect(Collectors.joining(", "));
        return values.size() > MOST_VALUES ? shown + " and " + (values.size() - MOST_VALUES) + " more" : shown;
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
