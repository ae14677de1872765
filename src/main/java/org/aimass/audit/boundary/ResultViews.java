package org.aimass.audit.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.registry.entity.ModelTask;

/**
 * How the results of a task are looked at.
 *
 * @param views of one feature, in the order shown; each is an include named {@code results-} and its name, called
 *     {@code results.view.} and its name in the room's words
 * @param figures keys of measures that are shown of everybody, after those that the policy judges
 */
record ResultViews(List<String> views, List<String> figures) {

    /** Only of content filters: where the plan names features that tell identities. */
    private static final String IDENTITIES = "identities";

    /** Of language models: pairs of sentences have nothing to quote. */
    private static final String QUOTES = "quotes";

    private static final List<String> USUAL = List.of("judged", "measure");

    private static final Map<ModelTask, ResultViews> BY_TASK = Map.of(
            ModelTask.BINARY_CLASSIFICATION,
            new ResultViews(
                    List.of("judged", "measure", IDENTITIES, "scores", "threshold", "counts", "tests"),
                    List.of("accuracy", "roc_auc", "expected_calibration_error", "selection_rate")),
            ModelTask.MULTICLASS_CLASSIFICATION,
            new ResultViews(
                    List.of("judged", "measure", "answers"),
                    List.of("accuracy", "balanced_accuracy", "f1_macro", "cohen_kappa")),
            ModelTask.REGRESSION,
            new ResultViews(
                    List.of("judged", "measure", "spread"),
                    List.of("mean_absolute_error", "root_mean_squared_error", "r2_score", "mean_signed_error")),
            ModelTask.RANKING,
            new ResultViews(
                    List.of("judged", "measure", "spread"), List.of("exposure", "ndcg_score", "mean_reciprocal_rank")),
            ModelTask.FACE_VERIFICATION,
            new ResultViews(
                    List.of("judged", "errors", "cross", "measure"),
                    List.of("equal_error_rate", "true_accept_rate", "roc_auc", "d_prime")),
            ModelTask.FACE_IDENTIFICATION,
            new ResultViews(
                    List.of("judged", "searches", "measure"),
                    List.of(
                            "rank_one_miss_rate",
                            "false_negative_identification_rate",
                            "false_positive_identification_rate")),
            ModelTask.SPEECH_RECOGNITION,
            new ResultViews(
                    List.of("judged", "words", "snippets", "measure"),
                    List.of("word_error_rate", "character_error_rate", "unusable_share", "sentence_error_rate")),
            ModelTask.SPEECH_SYNTHESIS,
            new ResultViews(
                    List.of("judged", "voices", "measure"),
                    List.of(
                            "mean_opinion_score",
                            "intelligibility_word_error_rate",
                            "intelligibility_character_error_rate",
                            "speaker_similarity")),
            ModelTask.IMAGE_GENERATION,
            new ResultViews(
                    List.of("judged", "images", "measure"),
                    List.of("refusal_rate", "identity_similarity", "skin_tone_shift", "representation_discrepancy")),
            ModelTask.TEXT_GENERATION,
            new ResultViews(
                    List.of("judged", "texts", QUOTES, "measure"),
                    List.of(
                            "stereotype_share",
                            "icat",
                            "neutral_share",
                            "bbq_accuracy?context=ambiguous",
                            "bbq_bias?context=ambiguous",
                            "bbq_accuracy?context=disambiguated",
                            "bbq_bias?context=disambiguated",
                            "unmatched_rate?context=ambiguous",
                            "unmatched_rate?context=disambiguated",
                            "toxicity_rate",
                            "refusal_rate",
                            "mean_sentiment",
                            "counterfactual_gap",
                            "flip_rate")));

    private static final Map<ModelTask, ResultViews> OF_OBJECTS = Map.of(
            ModelTask.OBJECT_DETECTION,
            new ResultViews(
                    List.of("judged", "measure", "found", "precision", "categories"),
                    List.of("average_precision", "recall", "miss_rate", "log_average_miss_rate")),
            ModelTask.POSE_ESTIMATION,
            new ResultViews(
                    List.of("judged", "measure", "keypoints", "found", "precision", "categories"),
                    List.of("average_precision", "mean_oks", "pck", "miss_rate")));

    static ResultViews of(AuditPlan plan) {
        ResultViews all = Optional.ofNullable(BY_TASK.get(plan.task()))
                .or(() -> Optional.ofNullable(OF_OBJECTS.get(plan.task())))
                .orElseGet(() -> new ResultViews(USUAL, List.of()));
        ResultViews quoting = plan.options()
                        .find(AuditedTask.PROTOCOL)
                        .filter("pairs"::equals)
                        .isPresent()
                ? all.without(QUOTES)
                : all;
        return plan.options().find("identity_features").isPresent() ? quoting : quoting.without(IDENTITIES);
    }

    private ResultViews without(String view) {
        return new ResultViews(views.stream().filter(each -> !each.equals(view)).toList(), figures);
    }
}
