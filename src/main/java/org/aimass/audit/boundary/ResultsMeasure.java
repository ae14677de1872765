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

    /** Measures of single categories and keypoints have a view of their own. */
    private static final Set<String> ONE_BY_ONE = Set.of("category", "keypoint");

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
                .filter(measure -> text.isNamed(measure.metric()))
                .filter(measure -> measure.at().keySet().stream().noneMatch(ONE_BY_ONE::contains))
                .toList();
    }

    public Measure getMeasure() {
        return address.measure(getMeasures());
    }

    public MeasureStrip getStrip() {
        MeasureStrip known = strip;
        if (known == null) {
            known = MeasureStrip.of(table(), page.getAudit().counted(), text, format);
            strip = known;
        }
        return known;
    }

    MeasureTable table() {
        return MeasureTable.of(page.getAudit(), page.getFeatures(), getMeasure(), address.getScale());
    }
}
