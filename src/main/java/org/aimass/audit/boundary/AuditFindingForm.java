package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.aimass.audit.control.AnswerFinding;
import org.aimass.audit.control.FollowFinding;
import org.aimass.audit.control.SentForm;
import org.aimass.audit.entity.Severity;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What somebody does about a finding, as it was typed. */
@Named
@RequestScoped
public class AuditFindingForm {

    @Inject
    AskedRun asked;

    @Inject
    FollowFinding following;

    @Inject
    AnswerFinding answering;

    @Inject
    AuditText text;

    private String submission = UUID.randomUUID().toString();
    private String owner = "";
    private String due = "";
    private @Nullable Severity severity;
    private String words = "";

    public String assign() {
        following.assign(asked.getId(), sent(), PlanForm.isId(owner) ? UUID.fromString(owner) : new UUID(0, 0), day());
        return done("finding.done.assigned");
    }

    public String rate() {
        following.rate(asked.getId(), sent(), Objects.requireNonNull(severity));
        return done("finding.done.rated");
    }

    public String answer() {
        answering.answer(asked.getId(), sent());
        return done("finding.done.answered");
    }

    public String accept() {
        following.accept(asked.getId(), sent());
        return done("finding.done.accepted");
    }

    public String askAgain() {
        following.askAgain(asked.getId(), sent(), day());
        return done("finding.done.askedAgain");
    }

    public String close() {
        following.close(asked.getId(), sent());
        return done("finding.done.closed");
    }

    private SentForm sent() {
        return new SentForm(PlanForm.isId(submission) ? UUID.fromString(submission) : UUID.randomUUID(), words);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(due);
        } catch (DateTimeParseException e) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "finding.problem.due")
                    .at("due");
        }
    }

    private String done(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        String said = text.say(key);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, said));
        return "/audit/finding?faces-redirect=true&id=" + asked.getId();
    }

    public int getLongest() {
        return SentForm.LONGEST;
    }

    public String getSubmission() {
        return submission;
    }

    public void setSubmission(String submission) {
        this.submission = submission;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = Objects.requireNonNullElse(owner, "");
    }

    public String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = Objects.requireNonNullElse(due, "");
    }

    public @Nullable Severity getSeverity() {
        return severity;
    }

    public void setSeverity(@Nullable Severity severity) {
        this.severity = severity;
    }

    public String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = Objects.requireNonNullElse(words, "");
    }
}
