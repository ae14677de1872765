package org.aimass.report.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aimass.report.control.ReportChanges;
import org.aimass.report.control.WriteReport;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportStatus;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Write why a report should no longer stand. The draft's id is made when the form is opened. */
@Named
@RequestScoped
public class ReportWithdrawPage extends WritingPage {

    @Inject
    ReportChanges changes;

    @Inject
    WriteReport writing;

    private String number = "";
    private String submission = "";
    private final TextInput reason = TextInput.area("reason", ReportDraft.LONGEST_REASON);
    private @Nullable RegisteredReport report;

    @PostConstruct
    void read() {
        number = parameter("number");
        report = changes.mine(number);
        Optional<ReportDraft> open = changes.open(report).filter(draft -> draft.kind() == ReportStatus.WITHDRAWN);
        submission = Optional.of(parameter("submission"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() ->
                        open.map(ReportDraft::id).orElseGet(UUID::randomUUID).toString());
        open.flatMap(ReportDraft::reason).ifPresent(reason::fill);
    }

    /** Keeps it, and shows the report as the public would see it. */
    public String check() {
        writing.withdrawal(Ids.of(submission), number, reason.text());
        return "/report/draft?faces-redirect=true&id=" + submission;
    }

    /** Nothing to do: whoever may not is refused before. */
    public void open() {
        Objects.requireNonNull(report);
    }

    public String getTitle() {
        return Objects.requireNonNull(report).title().in(locale());
    }

    public TextInput getReason() {
        return reason;
    }

    public String getNumber() {
        return number;
    }

    public String getSubmission() {
        return submission;
    }
}
