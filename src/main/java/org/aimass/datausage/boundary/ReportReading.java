package org.aimass.datausage.boundary;

import java.util.Locale;
import java.util.Optional;
import org.aimass.report.boundary.ReportView;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.ReportStatus;

/**
 * The newest report about a model version, as the reader sees it.
 *
 * @param view empty where the report cannot be read
 */
public record ReportReading(TransparencyReports.Reading reading, Optional<ReportView> view) {

    ReportReading(TransparencyReports.Reading reading, Locale locale) {
        this(reading, reading.snapshot().map(snapshot -> new ReportView(snapshot, locale)));
    }

    /** Such as {@code /reports/AM-2026-0001/versions/1}. */
    public String getAddress() {
        return "/reports/" + reading.number() + "/versions/" + reading.version();
    }

    public String getNumber() {
        return reading.number();
    }

    public ReportStatus getStatus() {
        return reading.status();
    }

    public boolean isReadable() {
        return view.isPresent();
    }
}
