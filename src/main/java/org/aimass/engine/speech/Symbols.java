package org.aimass.engine.speech;

import java.text.Normalizer;
import java.util.Map;

/** Takes marks, symbols and punctuation out of texts. */
final class Symbols {

    /** Letters with something more than a mark. */
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'œ', "oe", (int) 'ø', "o", (int) 'æ', "ae", (int) 'ß', "ss", (int) 'đ', "d", (int) 'ð', "d",
            (int) 'þ', "th", (int) 'ł', "l");

    private Symbols() {}

    /** Diacritics are gone, other symbols blanks, but for those to be kept; letters of other forms are the plain ones (NFKD). */
    static String removed(String text, String kept) {
        StringBuilder removed = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(point -> {
            if (kept.indexOf(point) >= 0) {
                removed.appendCodePoint(point);
            } else if (LETTERS.containsKey(point)) {
                removed.append(LETTERS.get(point));
            } else if (Character.getType(point) == Character.NON_SPACING_MARK) {
                return;
            } else if (isSymbol(point)) {
                removed.append(' ');
            } else {
                removed.appendCodePoint(point);
            }
        });
        return removed.toString();
    }

    /** Marks, symbols and punctuation: the Unicode categories M, S and P. */
    static boolean isSymbol(int point) {
        return switch (Character.getType(point)) {
            case Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.NON_SPACING_MARK,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
