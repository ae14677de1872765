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

    private static final Set<String> OTHERS = Set.of("roc_auc", "brier_score", "f1_score");

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
