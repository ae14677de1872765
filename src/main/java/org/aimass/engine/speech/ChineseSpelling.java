package org.aimass.engine.speech;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes Chinese alike: full width as half width (NFKC), letters in lower case, numerals as Arabic digits, and no blanks, punctuation or
 * symbols, but for a point within a number and a percent sign. Traditional characters stay what they are.
 */
final class ChineseSpelling {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Character, Integer> SMALL_UNITS = Map.of('十', 1, '百', 2, '千', 3);
    private static final Map<Character, Integer> LARGE_UNITS = Map.of('万', 4, '亿', 8);
    private static final Pattern NUMERALS = Pattern.compile("[零〇一二两三四五六七八九十百千万亿]+");
    private static final Pattern PERCENT = Pattern.compile("百分之([零〇一二两三四五六七八九十百]+|[0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern LOOSE_POINT = Pattern.compile("(?<![0-9])\\.|\\.(?![0-9])");

    private ChineseSpelling() {}

    static String normalize(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = PERCENT.matcher(plain).replaceAll(found -> (found.group(1).equals("百") ? "100" : found.group(1)) + "%");
        plain = NUMERALS.matcher(plain)
                .replaceAll(found -> number(found.group()).orElse(found.group()));
        StringBuilder kept = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(point -> point == '.' || point == '%' || (!Symbols.isSymbol(point) && !Words.isBlank(point)))
                .forEach(kept::appendCodePoint);
        return LOOSE_POINT.matcher(kept).replaceAll("");
    }

    /** Digits in a row, or a number with its units; empty where the numerals say no number, such as a lone unit of ten thousand. */
    private static Optional<String> number(String numerals) {
        String said = numerals.replace('〇', '零').replace('两', '二');
        if (said.chars().allMatch(it -> DIGITS.indexOf(it) >= 0)) {
            StringBuilder row = new StringBuilder();
            said.chars().forEach(it -> row.append(DIGITS.indexOf(it)));
            return Optional.of(row.toString());
        }
        return sum(said).map(BigInteger::toString);
    }

    /**
     * A number such as 一亿二千万零三十: every unit smaller than the one before it, and each after a digit, but for a ten at the start. A
     * last digit right behind a unit counts the next smaller one: 一百二 is 120, 一百零二 is 102.
     */
    private static Optional<BigInteger> sum(String said) {
        BigInteger whole = BigInteger.ZERO;
        int part = 0;
        int digit = -1;
        int smallBefore = Integer.MAX_VALUE;
        int largeBefore = Integer.MAX_VALUE;
        int ofLast = 0;
        for (int at = 0; at < said.length(); at++) {
            char sign = said.charAt(at);
            Integer small = SMALL_UNITS.get(sign);
            Integer large = LARGE_UNITS.get(sign);
            int value = DIGITS.indexOf(sign);
            if (value == 0 && digit < 0 && at > 0) {
                ofLast = 0;
                continue;
            }
            if (value >= 0 && digit < 0) {
                digit = value;
            } else if (small != null && small < smallBefore && (digit > 0 || (small == 1 && at == 0))) {
                part += Math.max(1, digit) * (int) Math.pow(10, small);
                digit = -1;
                smallBefore = small;
                ofLast = small - 1;
            } else if (large != null && large < largeBefore && part + Math.max(0, digit) > 0) {
                whole = whole.add(BigInteger.valueOf(part + Math.max(0, digit)).multiply(BigInteger.TEN.pow(large)));
                part = 0;
                digit = -1;
                smallBefore = Integer.MAX_VALUE;
                largeBefore = large;
                ofLast = large - 1;
            } else {
                return Optional.empty();
            }
        }
        BigInteger last = BigInteger.valueOf(Math.max(0, digit)).multiply(BigInteger.TEN.pow(ofLast));
        return Optional.of(whole.add(BigInteger.valueOf(part)).add(last));
    }
}
