package org.aimass.report.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.report.control.ChangeReport;
import org.aimass.report.control.PublishReport;
import org.aimass.report.control.ReportPreviews;
import org.aimass.report.control.WriteReport;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportStatus;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** The last step: says what cannot be undone, and publishes the revision that was read. */
@Named
@RequestScoped
public class ReportConfirmPage extends WritingPage {

    @Inject
    ReportPreviews previews;

    @Inject
    PublishReport publishing;

    @Inject
    ChangeReport changing;

    @Inject
    WriteReport writing;

    private String id = "";
    private String kind = "";
    private String revision = "";
    private ReportPreviews.@Nullable Preview preview;

    @PostConstruct
    void read() {
        id = parameter("id");
        kind = Stream.of(ReportStatus.PUBLISHED, ReportStatus.CORRECTED, ReportStatus.WITHDRAWN)
                .map(Enum::name)
                .filter(parameter("kind")::equals)
                .findFirst()
                .orElse(ReportStatus.PUBLISHED.name());
        revision = parameter("revision");
    }

    public void open() {
        preview = previews.open(draft());
        kind = preview.draft().kind().name();
        revision = Integer.toString(preview.draft().revision());
    }

    private ReportPreviews.Preview preview() {
        return Objects.requireNonNull(preview);
    }

    /** And shows the report where everyone finds it. */
    public void publish() throws IOException {
        ReportNumber number = kind.equals(ReportStatus.PUBLISHED.name())
                ? publishing.publishDraft(draft(), seen())
                : changing.publish(draft(), seen());
        FacesContext.getCurrentInstance().getExternalContext().redirect("/reports/" + number);
    }

    private int seen() {
        return revision.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(revision) : 0;
    }

    /** Gives up a change. */
    public String drop() {
        writing.drop(draft());
        return "/report/reports?faces-redirect=true";
    }

    private UUID draft() {
        return Ids.of(id);
    }

    public boolean isShown() {
        return preview != null;
    }

    public boolean isChange() {
        return !kind.equals(ReportStatus.PUBLISHED.name());
    }

    /** In words by kind: a heading, the button. */
    public Map<String, String> getTexts() {
        return Map.of(
                "title", words().say("confirm.title." + kind),
                "button", words().say("confirm.button." + kind),
                "what", words().say("confirm.what." + kind));
    }

    /** Such as "Rent support pre-check, AM-2026-0001". */
    public String getSubject() {
        String title = preview().snapshot().explanation().title().in(locale());
        return preview()
                .draft()
                .number()
                .map(number -> words().say("confirm.subject", title, number))
                .orElse(title);
    }

    public String getReason() {
        return preview().draft().reason().map(reason -> reason.in(locale())).orElse("");
    }

    /** Why the reader cannot publish it; empty where they can. */
    public String getObstacle() {
        String auditor = preview().snapshot().auditor().name().in(locale());
        return preview()
                .hindrance()
                .map(why -> words().say("publish.cannot." + why, auditor))
                .orElse("");
    }

    public String getId() {
        return id;
    }

    public String getKind() {
        return kind;
    }

    public String getRevision() {
        return revision;
    }
}
