package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import org.aimass.report.control.ReportPreviews;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportStatus;
import org.aimass.web.Format;
import org.aimass.web.Ids;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** What was written, exactly as the public would see it: by the public page's own parts, in both languages. */
@Named
@RequestScoped
public class ReportDraftPage {

    @Inject
    ReportPreviews previews;

    @Inject
    Format format;

    private String id = "";
    private ReportPreviews.@Nullable Preview preview;
    private @Nullable ReportView view;

    public void open() {
        preview = previews.open(Ids.of(id));
        view = new ReportView(preview.snapshot(), locale());
    }

    private ReportPreviews.Preview preview() {
        return Objects.requireNonNull(preview);
    }

    private ReportDraft draft() {
        return preview().draft();
    }

    public @Nullable ReportView getView() {
        return view;
    }

    public ReportStanding getStanding() {
        return ReportStanding.of(preview(), words(), format);
    }

    /** What kind of draft it is. */
    public String getHeading() {
        return words().say("draft.heading." + draft().kind());
    }

    /** Who wrote it, and when. */
    public String getWritten() {
        return words().say("draft.written", draft().writerName(), format.dateTime(draft().savedAt()));
    }

    /** What the reader can do next, or why not. */
    public String getNext() {
        String auditor = preview().snapshot().auditor().name().in(locale());
        return preview()
                .hindrance()
                .map(why -> words().say("publish.cannot." + why, auditor))
                .orElse("");
    }

    public boolean isPublishable() {
        return preview().hindrance().isEmpty();
    }

    /** Where it can be changed. */
    public String getEditAddress() {
        return draft().kind() == ReportStatus.PUBLISHED
                ? "/report/publish.xhtml?id=" + id
                : "/report/" + (draft().kind() == ReportStatus.CORRECTED ? "correct" : "withdraw") + ".xhtml?number="
                        + draft().number().orElseThrow();
    }

    /** Where it can be published or given up. */
    public String getConfirmAddress() {
        return "/report/confirm.xhtml?id=" + id;
    }

    /** The report that it would change; empty for a first report. */
    public String getNumber() {
        return draft().number().orElse("");
    }

    private static RoomWords words() {
        return new RoomWords("report", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
