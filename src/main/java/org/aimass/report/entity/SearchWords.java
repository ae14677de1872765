package org.aimass.report.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that a report is found by. Where words stand apart by blanks or signs, each is a word; where they do not, as in
 * Chinese, every character and every pair of neighbours is one. Small and capital letters, and wide and narrow ones, are the same.
 */
public final class SearchWords {

    /** Longer words are cut. */
    public static final int LONGEST = 60;

    private static final int MOST_TERMS = 12;

    /**
     * What to look for.
     *
     * @param word as it is kept
     * @param whole whether the kept word must be the same; otherwise it only begins so
     */
    public record Term(String word, boolean whole) {}

    private SearchWords() {}

    /** Every word of these texts. */
    public static Set<String> of(Collection<String> texts) {
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            for (String run : runs(text)) {
                if (isIdeographic(run.codePointAt(0))) {
                    pieces(run, words, true);
                } else {
                    words.add(run);
                }
            }
        }
        return words;
    }

    /** A report's number as one word. */
    public static String ofNumber(String number) {
        return number.toLowerCase(Locale.ROOT);
    }

    /** What somebody typed, as terms that must all be found; what is too much of it is left out. */
    public static List<Term> terms(String typed) {
        if (ReportNumber.parse(typed.strip().toUpperCase(Locale.ROOT)).isPresent()) {
            return List.of(new Term(ofNumber(typed.strip()), true));
        }
        Set<Term> terms = new LinkedHashSet<>();
        for (String run : runs(typed)) {
            if (isIdeographic(run.codePointAt(0))) {
                Set<String> pieces = new LinkedHashSet<>();
                pieces(run, pieces, run.codePointCount(0, run.length()) == 1);
                pieces.forEach(piece -> terms.add(new Term(piece, true)));
            } else {
                terms.add(new Term(run, false));
            }
        }
        return terms.stream().limit(MOST_TERMS).toList();
    }

    private static void pieces(String run, Set<String> into, boolean singles) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (singles) {
                into.add(new String(characters, i, 1));
            }
            if (i > 0) {
                into.add(new String(characters, i - 1, 2));
            }
        }
    }

    /** Letters and digits that stand together, those of either sort of writing by themselves. */
    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean ideographic = false;
        for (int c : Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray()) {
            boolean wordy = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if (!wordy || (run.length() > 0 && ideographic != isIdeographic(c))) {
                add(runs, run);
            }
            if (wordy) {
                ideographic = isIdeographic(c);
                run.appendCodePoint(c);
            }
        }
        add(runs, run);
        return runs;
    }

    private static void add(List<String> runs, StringBuilder run) {
        if (run.length() > 0) {
            String word = run.toString();
            boolean cut = !isIdeographic(word.codePointAt(0)) && word.codePointCount(0, word.length()) > LONGEST / 2;
            runs.add(cut ? word.substring(0, word.offsetByCodePoints(0, LONGEST / 2)) : word);
            run.setLength(0);
        }
    }

    private static boolean isIdeographic(int c) {
        return Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
    }
}
