package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.metrics.RatioMetric.Form;

/**
 * The metrics of synthesized speech, and the numbers of a row that they are made of. A row judges an utterance, or is one; what is
 * measured of an utterance itself counts once.
 */
public final class SynthesisMetrics {

    /** What rows bring, and so what is measured. */
    public enum Aspect {
        RATING,
        TRANSCRIPT,
        SOUND,
        EMBEDDING
    }

    /** The grouping of rows by what they belong to, such as the voice. */
    public static final int BY_CLUSTER = 0;
    /** The grouping of rows by who rated them. */
    public static final int BY_LISTENER = 1;

    private static final int RATED = 0;
    private static final int RATING = 1;
    private static final int WORDS = 2;
    private static final int WORD_ERRORS = 3;
    private static final int CHARACTERS = 4;
    private static final int CHARACTER_ERRORS = 5;
    private static final int COMPARED = 6;
    private static final int DISTORTION = 7;
    private static final int VOICED = 8;
    private static final int PITCH_ERROR = 9;
    private static final int PAIRS = 10;
    private static final int VOICING_ERRORS = 11;
    private static final int EMBEDDED = 12;
    private static final int SIMILARITY = 13;
    private static final int NUMBERS = 14;

    private static final String NO_WORDS = "no words in the texts";

    private SynthesisMetrics() {}

    /**
     * @param words whether the language has words, which Chinese writes without blanks
     * @param lowest rating there is
     * @param highest rating there is
     */
    public static List<RatioMetric> list(Set<Aspect> parts, boolean words, double lowest, double highest) {
        List<RatioMetric> list = new ArrayList<>();
        if (parts.contains(Aspect.RATING)) {
            list.add(RatioMetric.of("mean_opinion_score", RATING, RATED, Form.MEAN, 0, "no ratings")
                    .keyed(BY_LISTENER, lowest, highest));
        }
        double any = Double.POSITIVE_INFINITY;
        if (parts.contains(Aspect.TRANSCRIPT)) {
            if (words) {
                list.add(RatioMetric.counts("intelligibility_word_error_rate", WORD_ERRORS, WORDS, NO_WORDS));
            }
            list.add(RatioMetric.counts(
                    "intelligibility_character_error_rate",
                    CHARACTER_ERRORS,
                    CHARACTERS,
                    "no characters in the texts"));
        }
        if (parts.contains(Aspect.SOUND)) {
            String none = "nothing to compare the sound with";
            list.add(RatioMetric.of("mel_cepstral_distortion", DISTORTION, COMPARED, Form.MEAN, any, none));
            list.add(RatioMetric.of(
                    "f0_rmse", PITCH_ERROR, VOICED, Form.MEAN, any, "no utterance is voiced in both renderings"));
            list.add(RatioMetric.of("voicing_error_rate", VOICING_ERRORS, PAIRS, Form.COUNTS, 1, none));
        }
        if (parts.contains(Aspect.EMBEDDING)) {
            BaseMetric cosine = new BaseMetric("speaker_similarity", Map.of(), false, true);
            list.add(new RatioMetric(
                    cosine, SIMILARITY, EMBEDDED, BY_CLUSTER, Form.MEAN, -1, 1, "no embeddings to compare"));
        }
        return list;
    }

    /** Whether a metric is the better the lower. */
    public static boolean isError(RatioMetric metric) {
        return metric.above() != RATING && metric.above() != SIMILARITY;
    }

    /** What one row brings; what it does not bring is not set. */
    public static final class Row {

        private final double[] numbers = new double[NUMBERS];

        public Row rated(double rating) {
            return set(RATED, 1).set(RATING, rating);
        }

        public Row understood(SnippetErrors errors) {
            return set(WORDS, errors.words())
                    .set(WORD_ERRORS, errors.ofWords().all())
                    .set(CHARACTERS, errors.characters())
                    .set(CHARACTER_ERRORS, errors.ofCharacters().all());
        }

        /** @param pitchError NaN where nothing is voiced in both renderings */
        public Row compared(double distortion, double pitchError, int pairs, int voicingErrors) {
            boolean voiced = !Double.isNaN(pitchError);
            return set(COMPARED, 1)
                    .set(DISTORTION, distortion)
                    .set(VOICED, voiced ? 1 : 0)
                    .set(PITCH_ERROR, voiced ? pitchError : 0)
                    .set(PAIRS, pairs)
                    .set(VOICING_ERRORS, voicingErrors);
        }

        public Row similar(double cosine) {
            return set(EMBEDDED, 1).set(SIMILARITY, cosine);
        }

        private Row set(int number, double value) {
            numbers[number] = value;
            return this;
        }

        double of(int number) {
            return numbers[number];
        }
    }

    /** By [number][row], times the row's weight. */
    public static double[][] numbers(List<Row> rows, double[] weight) {
        double[][] numbers = new double[NUMBERS][rows.size()];
        for (int number = 0; number < NUMBERS; number++) {
            for (int row = 0; row < weight.length; row++) {
                numbers[number][row] = rows.get(row).of(number) * weight[row];
            }
        }
        return numbers;
    }
}
