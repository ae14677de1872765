package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.MeasureTable;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** One measure of the reader's choice, by difference or by ratio. */
@Named
@RequestScoped
public class ResultsMeasure {

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
