package org.aimass.audit.boundary;

import java.util.List;

/** Measures of some tasks that do not tell two apart, as the page says them that is for everybody. */
public record MeasureFamily(String name, List<String> metrics) {

    static final List<MeasureFamily> ALL = List.of(
            of("numbers", "mean_absolute_error", "mean_squared_error"),
            of("places", "exposure"),
            of(
                    "faces",
                    "false_match_rate",
                    "false_non_match_rate",
                    "rank_one_miss_rate",
                    "false_positive_identification_rate",
                    "false_negative_identification_rate"),
            of(
                    "speech",
                    "word_error_rate",
                    "character_error_rate",
                    "mean_word_error_rate",
                    "mean_character_error_rate",
                    "unusable_share"),
            of(
                    "voices",
                    "mean_opinion_score",
                    "intelligibility_word_error_rate",
                    "intelligibility_character_error_rate"),
            of("objects", "recall", "miss_rate", "average_precision", "average_recall", "log_average_miss_rate"),
            of("poses", "mean_oks", "pck"),
            of(
                    "images",
                    "refusal_rate",
                    "identity_similarity",
                    "skin_tone_shift",
                    "attribute_share",
                    "representation_discrepancy",
                    "frechet_distance",
                    "kernel_distance"),
            of(
                    "texts",
                    "stereotype_share",
                    "bbq_accuracy",
                    "bbq_bias",
                    "toxicity_rate",
                    "counterfactual_gap",
                    "flip_rate"));

    public MeasureFamily {
        metrics = List.copyOf(metrics);
    }

    private static MeasureFamily of(String name, String... metrics) {
        return new MeasureFamily(name, List.of(metrics));
    }
}
