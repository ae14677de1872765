package org.aimass.audit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.aimass.audit.control.ReviewAudit;

/** The form in which an auditor judges a completed audit. */
@Named
@RequestScoped
public class AuditJudgement {

    private static final String INDEPENDENT = "independent";

    @Inject
    AuditResultsPage page;

    @Inject
    ReviewAudit review;

    @Inject
    AuditText text;

    private String judgement = "";
    private List<String> declarations = new ArrayList<>();

    /** What was signed before, to be changed. */
    @PostConstruct
    void open() {
        judgement = page.getAudit().review().judgement();
    }

    public String sign() {
        review.judge(page.getAudit().id(), judgement, declarations.contains(INDEPENDENT));
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

    /** What the auditor declares, by the values of the form's boxes. */
    public List<String> getDeclarations() {
        return declarations;
    }

    public void setDeclarations(List<String> declarations) {
        this.declarations = new ArrayList<>(declarations);
    }
}
