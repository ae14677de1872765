package org.aimass.engine.speech;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aimass.engine.speech.NumberWord.Kind;

/**
 * Writes spoken English numbers in Arabic digits: sums where that is how they are said (one hundred and five), digits in a row else
 * (nineteen ninety, one oh one), with ordinals, plurals, decimals, percent and currencies. Word by word as Whisper's program does it:
 * a sign goes to whatever is written next, and a point that no digit follows is lost.
 */
final class SpokenNumbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern FRACTION = Pattern.compile("[0-9]*\\.?[0-9]+");
    private static final String SIGNS = "-+£€$¢";
    private static final Map<String, String> SIGN_BEFORE =
            Map.of("minus", "-", "negative", "-", "plus", "+", "positive", "+");
    private static final Map<String, String> CURRENCY_AFTER = Map.of(
            "pound", "£", "pounds", "£", "euro", "€", "euros", "€", "dollar", "$", "dollars", "$", "cent", "¢", "cents",
            "¢");
    private static final Set<String> PARTS = Set.of("and", "point", "double", "triple", "per", "percent");
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3);
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private final List<String> words;
    private final List<String> written = new ArrayList<>();
    private String sign = "";

    /** What was said of a number so far: as a sum, or as digits in a row; at most one of the two. */
    private Optional<BigInteger> sum = Optional.empty();

    private Optional<String> row = Optional.empty();

    private SpokenNumbers(List<String> words) {
        this.words = words;
    }

    static List<String> write(List<String> words) {
        SpokenNumbers numbers = new SpokenNumbers(words);
        for (int at = 0; at < words.size(); ) {
            at += numbers.read(at);
        }
        numbers.end();
        return numbers.written;
    }

    /** Reads a word; answers how many were used up. */
    private int read(int at) {
        String word = words.get(at);
        boolean signed = SIGNS.indexOf(word.charAt(0)) >= 0;
        String plain = signed ? word.substring(1) : word;
        Optional<NumberWord> number = NumberWord.of(word);
        if (DIGITS.matcher(plain).matches()) {
            digits(word, plain, signed);
        } else if (number.isPresent()) {
            number(number.get(), at);
        } else if (SIGN_BEFORE.containsKey(word)) {
            end();
            if (isKnown(at + 1)) {
                sign = SIGN_BEFORE.getOrDefault(word, "");
            } else {
                write(word);
            }
        } else if (CURRENCY_AFTER.containsKey(word) && hasNumber()) {
            sign = CURRENCY_AFTER.getOrDefault(word, "");
            end();
        } else if (word.equals("percent") && hasNumber()) {
            write(text() + "%");
        } else if (word.equals("per") && hasNumber() && is(at + 1, "cent")) {
            write(text() + "%");
            return 2;
        } else if (TIMES.containsKey(word) && isSingle(at + 1)) {
            String digit = numberWord(at + 1).orElseThrow().value().toString();
            row(begun() + digit.repeat(TIMES.getOrDefault(word, 1)));
            return 2;
        } else if (word.equals("point") && isKnown(at + 1)) {
            if (isDecimal(at + 1)) {
                row(begun() + ".");
            }
        } else if (!word.equals("and") || !isKnown(at + 1) || !isMultiplier(at - 1)) {
            end();
            write(word);
        }
        return 1;
    }

    private boolean hasNumber() {
        return sum.isPresent() || row.isPresent();
    }

    private String text() {
        return row.or(() -> sum.map(BigInteger::toString)).orElse("");
    }

    /** The same, but nothing where that is the number 0. */
    private String begun() {
        return sum.filter(it -> it.signum() == 0).isPresent() ? "" : text();
    }

    private void row(String digits) {
        row = Optional.of(digits);
        sum = Optional.empty();
    }

    private boolean is(int at, String word) {
        return at < words.size() && words.get(at).equals(word);
    }

    private Optional<NumberWord> numberWord(int at) {
        return at >= 0 && at < words.size() ? NumberWord.of(words.get(at)) : Optional.empty();
    }

    /** Whether it is a number, or a word that may be part of one. */
    private boolean isKnown(int at) {
        return at < words.size()
                && (numberWord(at).isPresent()
                        || DIGITS.matcher(words.get(at)).matches()
                        || SIGN_BEFORE.containsKey(words.get(at))
                        || CURRENCY_AFTER.containsKey(words.get(at))
                        || PARTS.contains(words.get(at)));
    }

    private boolean isMultiplier(int at) {
        return numberWord(at)
                .filter(it -> it.isPlain() && it.kind() == Kind.MULTIPLIER)
                .isPresent();
    }

    private boolean isSingle(int at) {
        return numberWord(at)
                .filter(it -> it.isDecimal() && it.kind() != Kind.TENS)
                .isPresent();
    }

    private boolean isDecimal(int at) {
        return numberWord(at).filter(NumberWord::isDecimal).isPresent()
                || (at < words.size() && DIGITS.matcher(words.get(at)).matches());
    }

    private void digits(String word, String plain, boolean signed) {
        if (row.filter(it -> it.endsWith(".")).isPresent()) {
            row = Optional.of(text() + word);
            return;
        }
        end();
        if (signed) {
            sign = word.substring(0, 1);
        }
        BigDecimal value = new BigDecimal(plain).stripTrailingZeros();
        if (value.scale() <= 0) {
            sum = Optional.of(value.toBigIntegerExact());
        } else {
            row = Optional.of(plain);
        }
    }

    private void number(NumberWord number, int at) {
        switch (number.kind()) {
            case ZERO -> row(begun() + "0");
            case MULTIPLIER -> multiply(number);
            default -> append(number, at);
        }
        if (!number.isPlain()) {
            write(text() + number.suffix());
        }
    }

    /** A digit, a teen or a ten: added where it fits into the zeros at the end, else written behind. */
    private void append(NumberWord number, int at) {
        BigInteger value = number.value();
        boolean digit = number.kind() == Kind.DIGIT;
        Optional<NumberWord> before = numberWord(at - 1).filter(NumberWord::isPlain);
        boolean afterOne = before.filter(it -> it.kind() == Kind.DIGIT || it.kind() == Kind.TEEN)
                .isPresent();
        boolean afterTens = before.filter(it -> it.kind() == Kind.TENS).isPresent();
        if (!hasNumber()) {
            sum = Optional.of(value);
        } else if (row.isPresent() || (afterOne && number.kind() != Kind.TENS)) {
            String so = text();
            row(afterTens && digit && so.endsWith("0") ? so.substring(0, so.length() - 1) + value : so + value);
        } else {
            BigInteger room = digit ? BigInteger.TEN : BigInteger.valueOf(100);
            BigInteger so = sum.orElseThrow();
            if (so.mod(room).signum() == 0) {
                sum = Optional.of(so.add(value));
            } else {
                row(text() + value);
            }
        }
    }

    private void multiply(NumberWord number) {
        BigInteger by = number.value();
        if (!hasNumber()) {
            sum = Optional.of(by);
        } else if (row.isPresent() || sum.orElseThrow().signum() == 0) {
            Optional<BigInteger> product = product(text(), by);
            if (product.isEmpty()) {
                end();
            }
            row = Optional.empty();
            sum = Optional.of(product.orElse(by));
        } else {
            BigInteger so = sum.orElseThrow();
            BigInteger rest = so.mod(THOUSAND);
            sum = Optional.of(so.subtract(rest).add(rest.multiply(by)));
        }
    }

    private static Optional<BigInteger> product(String text, BigInteger by) {
        if (!FRACTION.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal product = new BigDecimal(text).multiply(new BigDecimal(by)).stripTrailingZeros();
        return product.scale() <= 0 ? Optional.of(product.toBigIntegerExact()) : Optional.empty();
    }

    /** Writes the number, if there is one. */
    private void end() {
        if (hasNumber()) {
            write(text());
        }
    }

    /** Writes a word behind the sign, if there is one, and forgets both it and the number. */
    private void write(String word) {
        written.add(sign + word);
        sign = "";
        sum = Optional.empty();
        row = Optional.empty();
    }
}
