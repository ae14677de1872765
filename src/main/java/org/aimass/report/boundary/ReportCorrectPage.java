package org.aimass.report.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.report.control.ReportChanges;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.control.ReportPreviews;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.control.WriteReport;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportStatus;
import org.aimass.web.Format;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Write a correction: other texts, or a newer audit, and why. The draft's id is made when the form is opened. */
@Named
@RequestScoped
public class ReportCorrectPage extends WritingPage {

    @Inject
    ReportChanges changes;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReportPreviews previews;

    @Inject
    TransparencyReports reports;

    @Inject
    WriteReport writing;

    @Inject
    Format format;

    private String number = "";
    private String submission = "";
    private String run = "";
    private String judgement = "";
    private final TextInput reason = TextInput.area("reason", ReportDraft.LONGEST_REASON);
    private @Nullable ExplanationForm form;
    private TransparencyReports.@Nullable Opened standing;

    @PostConstruct
    void read() {
        number = parameter("number");
        RegisteredReport report = changes.mine(number);
        standing = reports.open(number);
        Optional<ReportDraft> open = changes.open(report).filter(draft -> draft.kind() == ReportStatus.CORRECTED);
        submission = Optional.of(parameter("submission"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() ->
                        open.map(ReportDraft::id).orElseGet(UUID::randomUUID).toString());
        UUID own = standing.report().runId();
        run = open.map(ReportDraft::runId).orElse(own).toString();
        open.flatMap(ReportDraft::reason).ifPresent(reason::fill);
        begin(drafts.material(own), open);
    }

    private void begin(ReportDrafts.Material material, Optional<ReportDraft> open) {
        PublishTask.Start start = PublishTask.start(material);
        judgement = start.judgement();
        form = start.form();
        WriteReport.Texts texts = open.flatMap(draft -> previews.texts(draft.id()))
                .orElseGet(() -> new WriteReport.Texts(
                        Objects.requireNonNull(standing).snapshot().explanation(),
                        Objects.requireNonNull(standing).snapshot().judgement().zh()));
        form.fill(texts.explanation(), texts.judgementInChinese());
    }

    /** Keeps it, and shows the report as the public would see it. */
    public String check() {
        ExplanationForm written = Objects.requireNonNull(form);
        writing.correction(
                Ids.of(submission),
                number,
                Ids.of(run),
                new WriteReport.Texts(written.explanation(), written.getJudgementInChinese()),
                reason.text());
        return "/report/draft?faces-redirect=true&id=" + submission;
    }

    /** The report's own audit first, then newer approved ones of the same model. */
    public List<SelectItem> getRuns() {
        TransparencyReports.Opened now = Objects.requireNonNull(standing);
        List<SelectItem> runs = new ArrayList<>();
        runs.add(new SelectItem(
                now.report().runId().toString(),
                words().say("correct.run.same", now.snapshot().method().runNumber())));
        for (AuditRun newer : changes.successors(changes.mine(number))) {
            runs.add(new SelectItem(
                    newer.id().toString(),
                    words().say(
                                    "correct.run.newer",
                                    newer.number(),
                                    newer.subject().modelLabel(),
                                    newer.subject().datasetName(),
                                    format.date(newer.queuedAt()))));
        }
        return runs;
    }

    public String getTitle() {
        return Objects.requireNonNull(standing).listed().title().in(locale());
    }

    public TextInput getReason() {
        return reason;
    }

    public @Nullable ExplanationForm getForm() {
        return form;
    }

    /** What the auditor signed. */
    public String getJudgement() {
        return judgement;
    }

    public String getNumber() {
        return number;
    }

    public String getSubmission() {
        return submission;
    }

    public String getRun() {
        return run;
    }

    public void setRun(String run) {
        this.run = run;
    }

    /** Nothing to do: whoever may not is refused before. */
    public void open() {
        Objects.requireNonNull(standing);
    }
}
