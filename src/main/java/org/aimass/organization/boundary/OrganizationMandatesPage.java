package org.aimass.organization.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.aimass.organization.control.Mandates;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;

/** Who may audit the organization, and whom it may audit. */
@Named
@RequestScoped
public class OrganizationMandatesPage {

    @Inject
    Mandates mandates;

    @Inject
    AdministeredOrganization administered;

    private String auditor = "";
    private String reason = "";

    public void load() {
        administered.getHere();
    }

    public List<AuditMandate> getGiven() {
        return mandates.givenBy(administered.id());
    }

    public List<AuditMandate> getHeld() {
        return mandates.heldBy(administered.id());
    }

    public List<Organization> getCandidates() {
        return mandates.candidates(administered.id());
    }

    public String give() {
        mandates.give(administered.id(), auditorId(), reason);
        Asked.done("mandate.given");
        return "/organization/mandates?faces-redirect=true&id=" + administered.id();
    }

    private UUID auditorId() {
        try {
            return Ids.of(auditor);
        } catch (Refusal e) {
            throw Refusal.of(Refusal.Kind.INVALID, "organization", "field.auditor.missing")
                    .at("auditor");
        }
    }

    public String getAuditor() {
        return auditor;
    }

    public void setAuditor(String auditor) {
        this.auditor = auditor;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getId() {
        return administered.id().toString();
    }

    /** The address says it. */
    public void setId(String id) {}
}
