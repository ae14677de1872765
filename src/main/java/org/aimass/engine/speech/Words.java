package org.aimass.engine.speech;

import java.util.ArrayList;
import java.util.List;

/** The words of a text: what stands between blanks, of any kind that Unicode knows. */
public final class Words {

    private static final int NEXT_LINE = 0x85;

    private Words() {}

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int at = 0; at < text.length(); at++) {
            if (isBlank(text.charAt(at))) {
                if (from >= 0) {
                    words.add(text.substring(from, at));
                }
                from = -1;
            } else if (from < 0) {
                from = at;
            }
        }
        if (from >= 0) {
            words.add(text.substring(from));
        }
        return words;
    }

    static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
    }
}
