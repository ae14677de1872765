package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.audit.control.ReviewAudit;
import org.aimass.audit.entity.Review;

/** The form in which an auditor judges a completed audit. */
@Named
@RequestScoped
public class AuditJudgement {

    @Inject
    AuditResultsPage page;

    @Inject
    ReviewAudit review;

    @Inject
    AuditText text;

    private String judgement = "";
    private boolean independent;

    /** When the page is opened: what was signed before, to be changed. */
    public void open() {
        Review signed = page.getAudit().review();
        judgement = signed.judgement();
    }

    public String sign() {
        review.judge(page.getAudit().id(), judgement, independent);
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        String said = text.say("review.signed");
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, said));
        return "/audit/results?faces-redirect=true&id=" + page.getAudit().id();
    }

    public int getLongest() {
        return ReviewAudit.LONGEST;
    }

    public String getJudgement() {
        return judgement;
    }

    public void setJudgement(String judgement) {
        this.judgement = judgement;
    }

    public boolean isIndependent() {
        return independent;
    }

    public void setIndependent(boolean independent) {
        this.independent = independent;
    }
}
