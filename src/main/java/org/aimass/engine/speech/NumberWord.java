package org.aimass.engine.speech;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An English word that says a number, or part of one.
 *
 * @param kind what it does to the number before it
 * @param value its own
 * @param suffix what makes it an ordinal or a plural: {@code st}, {@code nd}, {@code rd}, {@code th}, {@code s}; often empty
 */
record NumberWord(Kind kind, BigInteger value, String suffix) {

    enum Kind {
        ZERO,
        /** one to nine */
        DIGIT,
        /** ten to nineteen */
        TEEN,
        /** twenty to ninety */
        TENS,
        /** hundred, thousand, million and so on */
        MULTIPLIER
    }

    private static final List<String> UP_TO_NINETEEN = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> THOUSANDS = List.of(
            "thousand",
            "million",
            "billion",
            "trillion",
            "quadrillion",
            "quintillion",
            "sextillion",
            "septillion",
            "octillion",
            "nonillion",
            "decillion");
    /** The ninth is not among them: Whisper's program knows "nineth" only, and leaves the right word as it is. */
    private static final Map<String, String> IRREGULAR = Map.of(
            "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth", "twelve", "twelfth");

    private static final Map<String, NumberWord> WORDS = words();

    private static Map<String, NumberWord> words() {
        Map<String, NumberWord> words = new HashMap<>();
        for (String zero : List.of("zero", "oh", "o")) {
            words.put(zero, new NumberWord(Kind.ZERO, BigInteger.ZERO, ""));
        }
        words.put("zeroth", new NumberWord(Kind.DIGIT, BigInteger.ZERO, "th"));
        for (int i = 0; i < UP_TO_NINETEEN.size(); i++) {
            add(words, UP_TO_NINETEEN.get(i), i < 9 ? Kind.DIGIT : Kind.TEEN, BigInteger.valueOf(i + 1));
        }
        for (int i = 0; i < TENS.size(); i++) {
            add(words, TENS.get(i), Kind.TENS, BigInteger.valueOf(10L * (i + 2)));
        }
        add(words, "hundred", Kind.MULTIPLIER, BigInteger.valueOf(100));
        for (int i = 0; i < THOUSANDS.size(); i++) {
            add(
                    words,
                    THOUSANDS.get(i),
                    Kind.MULTIPLIER,
                    BigInteger.valueOf(1000).pow(i + 1));
        }
        return words;
    }

    private static void add(Map<String, NumberWord> words, String word, Kind kind, BigInteger value) {
        words.put(word, new NumberWord(kind, value, ""));
        String stem = word.endsWith("y") ? word.substring(0, word.length() - 1) + "ie" : word;
        words.put(stem + (word.endsWith("x") ? "es" : "s"), new NumberWord(kind, value, "s"));
        String ordinal = Optional.ofNullable(IRREGULAR.get(word)).orElse(stem + "th");
        String suffix = ordinal.substring(ordinal.length() - 2);
        words.put(ordinal, new NumberWord(kind, value, suffix));
    }

    static Optional<NumberWord> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    boolean isPlain() {
        return suffix.isEmpty();
    }

    /** Whether it may stand after a decimal point, or be doubled. */
    boolean isDecimal() {
        return isPlain() && kind != Kind.MULTIPLIER;
    }
}
