package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.MeasureTable;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** One measure of the reader's choice, by difference or by ratio. */
@Named
@RequestScoped
public class ResultsMeasure {

    /** Those that have a name in words. */
    static final Set<String> NAMED = Set.of(
            "selection_rate",
            "accuracy",
            "true_positive_rate",
            "false_negative_rate",
            "false_positive_rate",
            "true_negative_rate",
            "precision",
            "false_discovery_rate",
            "negative_predictive_value",
            "false_omission_rate",
            "prevalence",
            "balanced_accuracy",
            "f1_score",
            "matthews_corrcoef",
            "roc_auc",
            "average_precision",
            "brier_score",
            "log_loss",
            "mean_score",
            "expected_calibration_error",
            "maximum_calibration_error",
            "calibration_in_the_large",
            "mean_absolute_error",
            "mean_squared_error",
            "root_mean_squared_error",
            "r2_score",
            "mean_signed_error",
            "mean_prediction",
            "mean_label",
            "median_absolute_error",
            "max_error",
            "exposure",
            "mean_relevance",
            "exposure_per_relevance",
            "mean_reciprocal_rank",
            "ndcg_score",
            "skew",
            "precision_macro",
            "recall_macro",
            "f1_macro",
            "f1_weighted",
            "cohen_kappa");

    @Inject
    AuditResultsPage page;

    @Inject
    ResultsAddress address;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable MeasureStrip strip;

    public List<Measure> getMeasures() {
        return MeasureTable.measures(page.getAudit(), page.getFeatures()).stream()
                .filter(measure -> NAMED.contains(measure.metric()))
                .toList();
    }

    public Measure getMeasure() {
        return address.measure(getMeasures());
    }

    public MeasureStrip getStrip() {
        MeasureStrip known = strip;
        if (known == null) {
            known = MeasureStrip.of(table(), text, format);
            strip = known;
        }
        return known;
    }

    MeasureTable table() {
        return MeasureTable.of(page.getAudit(), page.getFeatures(), getMeasure(), address.getScale());
    }
}
