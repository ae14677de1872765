package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Strip;
import org.aimass.audit.entity.Tolerance;
import org.aimass.web.Format;
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

    @Inject
    Format format;

    private @Nullable CompletedAudit audit;
    private @Nullable List<StripTable> tables;

    public CompletedAudit getAudit() {
        CompletedAudit known = audit;
        if (known == null) {
            known = results.of(asked.getId(), asked.place());
            audit = known;
        }
        return known;
    }

    /** The place of the shown feature or intersection among those of the plan. */
    public int getShown() {
        return getAudit().plan().setAt(asked.place());
    }

    /** The shown feature, or those that intersect. */
    public List<String> getFeatures() {
        return getAudit().plan().featureSets().get(getShown());
    }

    public List<StripTable> getTables() {
        List<StripTable> known = tables;
        if (known == null) {
            known = getAudit().strips(getFeatures()).stream()
                    .map(strip -> StripTable.of(
                            strip,
                            getAudit().spread(spread(strip), getFeatures()),
                            getAudit().counted(),
                            text,
                            format))
                    .toList();
            tables = known;
        }
        return known;
    }

    private static Measure spread(Strip strip) {
        boolean ratio = strip.tolerance().scale() == Tolerance.Scale.RATIO;
        return strip.measure().named(strip.measure().metric() + (ratio ? "_ratio" : "_difference"));
    }

    /** A few numbers about everybody. */
    public List<Figure> getFigures() {
        Stream<String> judged = getAudit().policy().comparisons().stream()
                .filter(each -> !each.eachClass())
                .map(AuditPolicy.Comparison::metric);
        return Stream.concat(judged, ResultViews.of(getAudit().plan()).figures().stream())
                .distinct()
                .flatMap(key -> getAudit().measured(Measure.ofKey(key), Map.of()).stream())
                .distinct()
                .limit(4)
                .map(measurement -> Figure.of(measurement, text, format))
                .toList();
    }
}
