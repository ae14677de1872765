package org.aimass.report.boundary;

import java.util.Set;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Rate;
import org.aimass.report.entity.ReportSnapshot.Figure;
import org.aimass.web.RoomWords;

/** A figure over everybody. */
public record FigureView(Figure figure, RoomWords words) {

    private static final Set<String> SHARES = Set.of("balanced_accuracy", "prevalence");
    private static final Set<String> COUNTS = Set.of("speakers", "listeners");

    /** In the reader's language where there is a word, else the field's own name. */
    public String getName() {
        return new MetricWords(words).name(figure.metric(), null, figure.at());
    }

    /** As auditors read it: shares in percent, those that may be {@code rare} to three digits; counts are {@code whole}, all else as it is. */
    public String getKind() {
        String metric = figure.metric();
        if (COUNTS.contains(metric)) {
            return "whole";
        }
        if (SHARES.contains(metric) || Rate.find(metric).isPresent()) {
            return "percent";
        }
        return figure.people() != null || Measure.isRate(metric) ? "rare" : "decimal";
    }
}
