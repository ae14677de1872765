package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Tolerance;
import org.jspecify.annotations.Nullable;

/** What a completed audit found, one feature or intersection at a time. */
@Named
@RequestScoped
public class AuditResultsPage {

    @Inject
    AskedRun asked;

    @Inject
    AuditResults results;

    @Inject
    AuditText text;

    private @Nullable CompletedAudit audit;

    public CompletedAudit getAudit() {
        CompletedAudit known = audit;
        if (known == null) {
            known = results.of(asked.getId());
            audit = known;
        }
        return known;
    }

    /** The place of the shown feature or intersection among those of the plan. */
    public int getShown() {
        return asked.place(getAudit().plan().featureSets().size());
    }

    public List<StripTable> getTables() {
        List<String> features = getAudit().plan().featureSets().get(getShown());
        return getAudit().strips(features).stream()
                .map(strip -> StripTable.of(strip, getAudit().spread(spread(strip.comparison()), features), text))
                .toList();
    }

    private static String spread(AuditPolicy.Comparison comparison) {
        boolean ratio = comparison.tolerance().scale() == Tolerance.Scale.RATIO;
        return comparison.rate().metric() + (ratio ? "_ratio" : "_difference");
    }

    /** A few numbers about everybody. */
    public List<Figure> getFigures() {
        Stream<String> judged = getAudit().policy().comparisons().stream()
                .map(each -> each.rate().metric());
        return Stream.concat(judged, Stream.of("accuracy", "roc_auc", "expected_calibration_error", "selection_rate"))
                .distinct()
                .flatMap(metric -> getAudit().overall(metric).stream())
                .limit(4)
                .map(measurement -> Figure.of(measurement, text))
                .toList();
    }
}
