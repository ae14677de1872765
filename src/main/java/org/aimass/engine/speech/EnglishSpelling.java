package org.aimass.engine.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes English alike in the steps of Whisper's appendix C: what stands in brackets and fillers go, contractions are written out,
 * numbers become digits, British spellings American ones, and symbols blanks. The words are our own lists: of British spellings it
 * knows the families in {@link AmericanSpelling}, not each of the 1,741 words that the authors publish. All else is as in their program,
 * also where that surprises: dots alone leave one dot, which counts as a word; "1,2,3" loses its first comma only.
 */
final class EnglishSpelling {

    private static final Pattern BRACKETS = Pattern.compile("[<\\[][^>\\]]*[>\\]]");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]+\\)");
    private static final Pattern FILLERS = unicode("\\b(?:hmm|mm|mhm|mmm|uh|um)\\b");
    private static final Pattern LOOSE_APOSTROPHE = unicode("\\s+'");
    private static final Pattern COMMA_IN_NUMBER = unicode("(\\d),(\\d)");
    private static final Pattern FULL_STOP = Pattern.compile("\\.([^0-9]|$)");
    private static final Pattern HALF = unicode("\\band\\s+a\\s+half\\b");
    private static final Pattern BETWEEN_LETTER_AND_DIGIT = Pattern.compile("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");
    private static final Pattern LOOSE_SUFFIX = Pattern.compile("(?<=[0-9])\\s+(?=(?:st|nd|rd|th|s)\\b)");
    private static final Pattern DOLLARS_AND_CENTS = Pattern.compile("([€£$])([0-9]+) (?:and )?¢([0-9]{1,2})\\b");
    private static final Pattern CENTS_ONLY = Pattern.compile("[€£$]0.([0-9]{1,2})\\b");
    private static final Pattern ONE = Pattern.compile("\\b1(s?)\\b");
    private static final Pattern LOOSE_SIGN = Pattern.compile("[.$¢€£]([^0-9])");
    private static final Pattern LOOSE_PERCENT = Pattern.compile("([^0-9])%");

    /** Whole words; titles keep what follows apart. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("won't", "will not"),
            Map.entry("can't", "can not"),
            Map.entry("let's", "let us"),
            Map.entry("ain't", "aint"),
            Map.entry("y'all", "you all"),
            Map.entry("wanna", "want to"),
            Map.entry("gotta", "got to"),
            Map.entry("gonna", "going to"),
            Map.entry("i'ma", "i am going to"),
            Map.entry("imma", "i am going to"),
            Map.entry("woulda", "would have"),
            Map.entry("coulda", "could have"),
            Map.entry("shoulda", "should have"),
            Map.entry("ma'am", "madam"),
            Map.entry("mr", "mister "),
            Map.entry("mrs", "missus "),
            Map.entry("st", "saint "),
            Map.entry("dr", "doctor "),
            Map.entry("prof", "professor "),
            Map.entry("capt", "captain "),
            Map.entry("gov", "governor "),
            Map.entry("ald", "alderman "),
            Map.entry("gen", "general "),
            Map.entry("sen", "senator "),
            Map.entry("rep", "representative "),
            Map.entry("pres", "president "),
            Map.entry("rev", "reverend "),
            Map.entry("hon", "honorable "),
            Map.entry("asst", "assistant "),
            Map.entry("assoc", "associate "),
            Map.entry("lt", "lieutenant "),
            Map.entry("col", "colonel "),
            Map.entry("jr", "junior "),
            Map.entry("sr", "senior "),
            Map.entry("esq", "esquire "));

    private static final Pattern ANY_WORD = unicode(
            "\\b(?:" + WORDS.keySet().stream().sorted().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b");

    /** Ends of words, in this order. */
    private static final List<Map.Entry<Pattern, String>> ENDS = List.of(
            end("'d (been|gone|done)\\b", " had $1"),
            end("'s (been|gone|got)\\b", " has $1"),
            end("n't\\b", " not"),
            end("'re\\b", " are"),
            end("'s\\b", " is"),
            end("'d\\b", " would"),
            end("'ll\\b", " will"),
            end("'t\\b", " not"),
            end("'ve\\b", " have"),
            end("'m\\b", " am"));

    private static Map.Entry<Pattern, String> end(String pattern, String replacement) {
        return Map.entry(unicode(pattern), replacement);
    }

    private static Pattern unicode(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    private EnglishSpelling() {}

    static String normalize(String text) {
        String clean = BRACKETS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        clean = PARENTHESES.matcher(clean).replaceAll("");
        clean = FILLERS.matcher(clean).replaceAll("");
        clean = LOOSE_APOSTROPHE.matcher(clean).replaceAll("'");
        clean = ANY_WORD.matcher(clean).replaceAll(found -> WORDS.getOrDefault(found.group(), found.group()));
        for (Map.Entry<Pattern, String> end : ENDS) {
            clean = end.getKey().matcher(clean).replaceAll(end.getValue());
        }
        clean = COMMA_IN_NUMBER.matcher(clean).replaceAll("$1$2");
        clean = FULL_STOP.matcher(clean).replaceAll(" $1");
        clean = numbers(Symbols.removed(clean, ".%$¢€£"));
        clean = Words.of(clean).stream().map(AmericanSpelling::of).collect(Collectors.joining(" "));
        clean = LOOSE_SIGN.matcher(clean).replaceAll(" $1");
        clean = LOOSE_PERCENT.matcher(clean).replaceAll("$1 ");
        return String.join(" ", Words.of(clean));
    }

    private static String numbers(String text) {
        String apart = BETWEEN_LETTER_AND_DIGIT.matcher(halves(text)).replaceAll(" ");
        apart = LOOSE_SUFFIX.matcher(apart).replaceAll("");
        String written = String.join(" ", SpokenNumbers.write(Words.of(apart)));
        written = DOLLARS_AND_CENTS
                .matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + found.group(2) + "."
                        + (found.group(3).length() < 2 ? "0" : "") + found.group(3)));
        written = CENTS_ONLY.matcher(written).replaceAll(found -> "¢" + Integer.parseInt(found.group(1)));
        return ONE.matcher(written).replaceAll("one$1");
    }

    /** "Two and a half" is two point five, but only where "two" is in words; a half that nothing comes before is lost. */
    private static String halves(String text) {
        String[] parts = HALF.split(text, -1);
        List<String> whole = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            List<String> words = Words.of(parts[part]);
            if (words.isEmpty()) {
                continue;
            }
            whole.add(parts[part]);
            if (part < parts.length - 1) {
                boolean number = NumberWord.of(words.get(words.size() - 1))
                        .filter(NumberWord::isPlain)
                        .isPresent();
                whole.add(number ? "point five" : "and a half");
            }
        }
        return String.join(" ", whole);
    }
}
