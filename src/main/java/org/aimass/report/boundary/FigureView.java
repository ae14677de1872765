package org.aimass.report.boundary;

import java.util.Set;
import org.aimass.audit.entity.Measure;
import org.aimass.report.entity.ReportSnapshot.Figure;
import org.aimass.web.RoomWords;

/** A figure over everybody. */
public record FigureView(Figure figure, RoomWords words) {

    private static final Set<String> SHARES = Set.of("balanced_accuracy", "prevalence");

    /** In the reader's language where there is a word, else the field's own name. */
    public String getName() {
        return new MetricWords(words).name(figure.metric(), null, figure.at());
    }

    /** Shares are shown in percent, all else as it is. */
    public String getKind() {
        return SHARES.contains(figure.metric()) || Measure.isRate(figure.metric()) ? "percent" : "decimal";
    }
}
