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
            "false_omission_rate",
            "false_match_rate",
            "false_non_match_rate",
            "true_accept_rate",
            "equal_error_rate",
            "rank_one_miss_rate",
            "false_negative_identification_rate",
            "false_positive_identification_rate",
            "refusal_rate",
            "attribute_share");

    /** In the reader's language where there is a word, else the field's own name. */
    public String getName() {
        return new MetricWords(words).name(figure.metric(), null, figure.at());
    }

    /** Shares are shown in percent, all else as it is. */
    public String getKind() {
        return SHARES.contains(figure.metric()) ? "percent" : "decimal";
    }
}
