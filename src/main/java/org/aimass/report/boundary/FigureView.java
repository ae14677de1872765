package org.aimass.report.boundary;

import java.util.Set;
import org.aimass.report.entity.ReportSnapshot.Figure;
import org.aimass.web.RoomWords;

/** A figure over everybody. */
public record FigureView(Figure figure, RoomWords words) {

    /** Shares that have a name in the room's words. */
    private static final Set<String> SHARES = Set.of(
            "selection_rate",
            "accuracy",
            "balanced_accuracy",
            "prevalence",
            "true_positive_rate",
            "false_negative_rate",
            "false_positive_rate",
            "true_negative_rate",
            "precision",
            "false_discovery_rate",
            "negative_predictive_value",
            "false_omission_rate");

    private static final Set<String> OTHERS = Set.of(
            "roc_auc",
            "average_precision",
            "brier_score",
            "log_loss",
            "f1_score",
            "matthews_corrcoef",
            "mean_score",
            "calibration_in_the_large",
            "expected_calibration_error",
            "maximum_calibration_error",
            "aif360.generalized_entropy_index",
            "aif360.theil_index",
            "aif360.coefficient_of_variation",
            "mean_absolute_error",
            "mean_squared_error",
            "root_mean_squared_error",
            "median_absolute_error",
            "max_error",
            "mean_signed_error",
            "mean_prediction",
            "mean_label",
            "r2_score",
            "exposure",
            "mean_relevance",
            "exposure_per_relevance",
            "mean_reciprocal_rank",
            "ndcg_score",
            "precision_macro",
            "recall_macro",
            "f1_macro",
            "f1_weighted",
            "cohen_kappa");

    /** In the reader's language where there is a word, else the field's own name. */
    public String getName() {
        return SHARES.contains(figure.metric()) || OTHERS.contains(figure.metric())
                ? words.say("metric." + figure.metric())
                : figure.metric().replace('_', ' ');
    }

    /** Shares are shown in percent, all else as it is. */
    public String getKind() {
        return SHARES.contains(figure.metric()) ? "percent" : "decimal";
    }
}
