package org.aimass.desk.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.aimass.audit.control.AllRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.entity.Organization;
import org.aimass.web.Ids;

/** Ends a run of any organization, after a question and for a reason. */
@Named
@RequestScoped
public class DeskCancelPage {

    @Inject
    AllRuns queue;

    @Inject
    AdministerOrganizations organizations;

    @Inject
    DeskText text;

    private String id = "";
    private String reason = "";

    @PostConstruct
    void read() {
        id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("id", "");
    }

    public void load() {
        getRun();
    }

    public AuditRun getRun() {
        return queue.get(Ids.of(id));
    }

    public Organization getOwner() {
        return Objects.requireNonNull(
                organizations.byId(List.of(getRun().organizationId())).get(getRun().organizationId()));
    }

    public String cancel() {
        queue.cancel(Ids.of(id), reason);
        String said = text.words("cancel.done", getRun().number());
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, said));
        return "/desk/runs?faces-redirect=true";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
