package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.organization.control.Mandates;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Takes a mandate back; says first what that means. */
@Named
@RequestScoped
public class OrganizationRevokePage {

    @Inject
    Mandates mandates;

    @Inject
    AdministeredOrganization administered;

    private String auditor = "";
    private String reason = "";

    @PostConstruct
    void read() {
        auditor = Asked.parameter("auditor");
    }

    public void load() {
        if (getMandate() == null) {
            throw Refusal.notFound();
        }
    }

    /** Null once it has ended. */
    public @Nullable AuditMandate getMandate() {
        return mandates.find(administered.id(), Ids.of(auditor)).orElse(null);
    }

    public String end() {
        mandates.end(administered.id(), Ids.of(auditor), reason);
        Asked.done("mandate.ended");
        return "/organization/mandates?faces-redirect=true&id=" + administered.id();
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
}
