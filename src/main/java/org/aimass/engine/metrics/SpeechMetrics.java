package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.aimass.engine.metrics.RatioMetric.Form;

/**
 * The metrics of speech recognition, and the numbers of a snippet that they are made of. Pooled over snippets all errors stand over
 * all words; the mean over snippets, which Koenecke and others (PNAS 117, 2020) compare, has each snippet with at least one word
 * count once. Snippets without a word count in the pooled rate, for whatever is heard there is an error.
 */
public final class SpeechMetrics {

    /** What a snippet's errors are counted in. */
    public enum Unit {
        WORD,
        /** where nobody writes blanks between words, as in Chinese */
        CHARACTER
    }

    private static final int SNIPPETS = 0;
    private static final int UNITS = 1;
    private static final int ERRORS = 2;
    private static final int SUBSTITUTIONS = 3;
    private static final int DELETIONS = 4;
    private static final int INSERTIONS = 5;
    private static final int WRONG = 6;
    private static final int SPOKEN = 7;
    private static final int RATE = 8;
    private static final int UNUSABLE = 9;
    private static final int CHARACTERS = 10;
    private static final int CHARACTER_ERRORS = 11;
    private static final int NUMBERS = 12;

    /** A transcript with more errors than this share of its words counts as unusable: a line of our own. */
    private static final double USELESS = 0.5;

    private SpeechMetrics() {}

    /** @param clustered whether snippets belong to speakers, so that the mean over these can be told */
    public static List<RatioMetric> list(Unit unit, boolean clustered) {
        String rate = rate(unit);
        String none = unit == Unit.WORD ? "no words in the references" : "no characters in the references";
        List<RatioMetric> list = new ArrayList<>();
        list.add(RatioMetric.counts(rate, ERRORS, UNITS, none));
        list.add(RatioMetric.of(meanRate(unit), RATE, SPOKEN, Form.MEAN, Double.POSITIVE_INFINITY, none));
        list.add(RatioMetric.of("median_" + rate, RATE, SPOKEN, Form.MEDIAN, Double.POSITIVE_INFINITY, none));
        if (clustered) {
            list.add(RatioMetric.of(
                    "mean_speaker_" + rate, ERRORS, UNITS, Form.MEAN_OF_UNITS, Double.POSITIVE_INFINITY, none));
        }
        if (unit == Unit.WORD) {
            list.add(RatioMetric.counts(
                    "character_error_rate", CHARACTER_ERRORS, CHARACTERS, "no characters in the references"));
        }
        list.add(RatioMetric.share("sentence_error_rate", WRONG, SNIPPETS, "all weights are 0"));
        list.add(RatioMetric.share("unusable_share", UNUSABLE, SPOKEN, none));
        list.add(RatioMetric.counts("substitution_rate", SUBSTITUTIONS, UNITS, none));
        list.add(RatioMetric.of("deletion_rate", DELETIONS, UNITS, Form.COUNTS, 1, none));
        list.add(RatioMetric.counts("insertion_rate", INSERTIONS, UNITS, none));
        return list;
    }

    private static String rate(Unit unit) {
        return unit == Unit.WORD ? "word_error_rate" : "character_error_rate";
    }

    /** The name of the mean over snippets. */
    public static String meanRate(Unit unit) {
        return "mean_" + rate(unit);
    }

    /** What that mean is taken of, of snippets that are dealt into bins. */
    public static MatchedRates.Side rates(RatioRows rows, int[] bins) {
        return new MatchedRates.Side(bins, rows.numbers()[RATE], rows.numbers()[SPOKEN], rows.keys()[0]);
    }

    /** The numbers of snippets, by [number][snippet]. */
    public static double[][] numbers(List<SnippetErrors> snippets, Unit unit, IntToDoubleFunction weight) {
        double[][] numbers = new double[NUMBERS][snippets.size()];
        for (int snippet = 0; snippet < snippets.size(); snippet++) {
            double[] own = numbers(snippets.get(snippet), unit);
            for (int number = 0; number < NUMBERS; number++) {
                numbers[number][snippet] = own[number] * weight.applyAsDouble(snippet);
            }
        }
        return numbers;
    }

    private static double[] numbers(SnippetErrors snippet, Unit unit) {
        int units = unit == Unit.WORD ? snippet.words() : snippet.characters();
        Edits edits = unit == Unit.WORD ? snippet.ofWords() : snippet.ofCharacters();
        double rate = units == 0 ? 0 : (double) edits.all() / units;
        double[] numbers = new double[NUMBERS];
        numbers[SNIPPETS] = 1;
        numbers[UNITS] = units;
        numbers[ERRORS] = edits.all();
        numbers[SUBSTITUTIONS] = edits.substitutions();
        numbers[DELETIONS] = edits.deletions();
        numbers[INSERTIONS] = edits.insertions();
        numbers[WRONG] = edits.all() > 0 ? 1 : 0;
        numbers[SPOKEN] = units > 0 ? 1 : 0;
        numbers[RATE] = rate;
        numbers[UNUSABLE] = rate > USELESS ? 1 : 0;
        numbers[CHARACTERS] = snippet.characters();
        numbers[CHARACTER_ERRORS] = snippet.ofCharacters().all();
        return numbers;
    }
}
