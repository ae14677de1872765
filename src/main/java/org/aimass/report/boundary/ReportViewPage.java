package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** A published report, for everyone. Everything shown comes from the snapshot; its digest is computed anew for each reader. */
@Named
@RequestScoped
public class ReportViewPage {

    @Inject
    TransparencyReports reports;

    @Inject
    Format format;

    private @Nullable String number;
    private @Nullable TransparencyReport report;
    private @Nullable ReportView view;

    public void open() {
        TransparencyReports.Opened opened = reports.open(Objects.requireNonNullElse(number, ""));
        report = opened.report();
        view = new ReportView(opened.snapshot(), locale());
    }

    public @Nullable ReportView getView() {
        return view;
    }

    private TransparencyReport report() {
        return Objects.requireNonNull(report);
    }

    public boolean isIntact() {
        return report().isIntact();
    }

    public String getVerified() {
        return words().say(
                        isIntact() ? "view.verify.intact" : "view.verify.broken", format.date(report().publishedAt()));
    }

    /** As it was kept at publication. */
    public String getDigest() {
        return report().digest().hex();
    }

    public String getDownload() {
        return words().say("view.verify.download", format.bytes(report().snapshot().length));
    }

    public String getHistory() {
        return words().say(
                        "view.history.published",
                        Objects.requireNonNull(view).getReport().model().version());
    }

    private static RoomWords words() {
        return new RoomWords("report", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}
