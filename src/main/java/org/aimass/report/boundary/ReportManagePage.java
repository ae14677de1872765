package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.aimass.report.control.ReportChanges;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportStatus;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** How a published report stands, what happened to it, and what can be done: correct it, withdraw it. */
@Named
@RequestScoped
public class ReportManagePage {

    @Inject
    ReportChanges changes;

    @Inject
    TransparencyReports reports;

    @Inject
    Format format;

    private String number = "";
    private @Nullable RegisteredReport report;
    private Optional<ReportDraft> draft = Optional.empty();
    private List<ReportStanding.PastView> history = List.of();

    public void open() {
        report = changes.mine(number);
        draft = changes.open(report);
        history = ReportStanding.history(reports.history(number), words());
    }

    public RegisteredReport getReport() {
        return Objects.requireNonNull(report);
    }

    public String getTitle() {
        return getReport().title().in(locale());
    }

    public String getOrganization() {
        return getReport().organizationName().in(locale());
    }

    /** Whether it can be corrected or withdrawn now. */
    public boolean isChangeable() {
        return draft.isEmpty() && getReport().status() != ReportStatus.WITHDRAWN;
    }

    /** What waits to be published; null where nothing does. */
    public @Nullable ReportDraft getDraft() {
        return draft.orElse(null);
    }

    public String getWritten() {
        return draft.map(waiting ->
                        words().say("draft.written", waiting.writerName(), format.dateTime(waiting.savedAt())))
                .orElse("");
    }

    public List<ReportStanding.PastView> getHistory() {
        return history;
    }

    private static RoomWords words() {
        return new RoomWords("report", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
