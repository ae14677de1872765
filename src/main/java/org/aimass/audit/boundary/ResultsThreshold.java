package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.control.ExploreAudit;
import org.aimass.audit.entity.OtherThreshold;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;

/** What another threshold would have meant for each group. */
@Named
@RequestScoped
public class ResultsThreshold {

    /** More groups fill a page with numbers that nobody reads; the file has all. */
    private static final int MOST_ROWS = 50;

    @Inject
    AuditResultsPage page;

    @Inject
    ResultsAddress address;

    @Inject
    ExploreAudit explore;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private Optional<OtherThreshold> asked = Optional.empty();
    private boolean read;

    private Optional<OtherThreshold> asked() {
        if (!read) {
            asked = explore.at(page.getAudit().id(), page.getShown(), address.edge());
            read = true;
        }
        return asked;
    }

    /** Whether scores were kept. */
    public boolean isThere() {
        return asked().isPresent();
    }

    public double getThreshold() {
        return address.edge() / 100.0;
    }

    /** Whether it is the one that was audited. */
    public boolean isAudited() {
        return page.getAudit().plan().threshold().orElse(-1) == getThreshold();
    }

    public List<OtherThreshold.Row> getRows() {
        return asked().map(OtherThreshold::rows).orElse(List.of()).stream()
                .limit(MOST_ROWS)
                .toList();
    }

    /** How many groups only the file has. */
    public int getLeftOut() {
        return asked().map(found -> found.rows().size()).orElse(0) - getRows().size();
    }

    public List<String> getRates() {
        return OtherThreshold.RATES;
    }

    /** "44.8 %", or a word. */
    public String value(Measurement measurement) {
        return measurement.value() instanceof MetricValue.Measured measured
                ? format.percent(measured.value())
                : text.say("results.undefined");
    }

    /** "−8.9 (−10.8 to −7.0)", or a word. */
    public String gap(Measurement measurement) {
        return measurement.value() instanceof MetricValue.Measured measured
                        && measurement.uncertainty() instanceof Interval interval
                ? text.say(
                        "gap.interval",
                        format.points(measured.value()),
                        format.pointsInterval(interval.low(), interval.high()))
                : text.say("results.undefined");
    }

    public Explained explained(Measurement measurement) {
        return new Explain(text, format).value(measurement);
    }

    /** Every share and every gap of every group, at this threshold and at the audited one. */
    DataTable table() {
        return ResultData.measurements(asked().map(OtherThreshold::rows).orElse(List.of()).stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.gap().isPresent()
                        ? List.of(cell.value(), cell.gap().get()).stream()
                        : List.of(cell.value()).stream())
                .toList());
    }
}
