package org.aimass.audit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.aimass.audit.control.DecideAudit;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.web.PostedForm;
import org.jspecify.annotations.Nullable;

/** A second person approves a judgement or sends it back, after reading it. */
@Named
@RequestScoped
public class AuditDecidePage {

    private static final String APPROVE = "APPROVE";

    @Inject
    AuditReviewPanel panel;

    @Inject
    DecideAudit decisions;

    @Inject
    AuditText text;

    private @Nullable String decision;
    private String reason = "";
    private long version;

    /** What is approved is what was read: the form brings the version back that it was made with. */
    @PostConstruct
    void open() {
        version = getAudit().review().version();
    }

    public CompletedAudit getAudit() {
        return panel.getAudit();
    }

    /** Whether the form is of use, or has just been sent. */
    public boolean isAsking() {
        return panel.isDecidable() || PostedForm.is("decide");
    }

    /** To the results, which say what was done. */
    public String decide() {
        boolean approves = APPROVE.equals(decision);
        if (approves) {
            decisions.approve(getAudit().id(), version);
        } else {
            decisions.reject(getAudit().id(), version, reason);
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        String said = text.say(approves ? "decide.approved" : "decide.rejected");
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, said));
        return "/audit/results?faces-redirect=true&id=" + getAudit().id();
    }

    public int getLongest() {
        return DecideAudit.LONGEST;
    }

    public @Nullable String getDecision() {
        return decision;
    }

    public void setDecision(@Nullable String decision) {
        this.decision = decision;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
