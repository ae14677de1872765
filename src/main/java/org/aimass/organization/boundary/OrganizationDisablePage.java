package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.entity.OrganizationLine;
import org.aimass.web.Ids;

/** Disables an organization, or enables it again; says first what that means. */
@Named
@RequestScoped
public class OrganizationDisablePage {

    @Inject
    AdministerOrganizations organizations;

    private String id = "";
    private String reason = "";
    private long version;
    private boolean disabled;

    @PostConstruct
    void read() {
        id = Asked.parameter("id");
        version = getLine().organization().version();
        disabled = getLine().organization().isDisabled();
    }

    public void load() {
        getLine();
    }

    public String disable() {
        organizations.disable(Ids.of(id), reason, version);
        return back("disable.done");
    }

    public String enable() {
        organizations.enable(Ids.of(id), reason, version);
        return back("enable.done");
    }

    private String back(String key) {
        Asked.done(key);
        return "/organization/organization?faces-redirect=true&id=" + id;
    }

    public OrganizationLine getLine() {
        return organizations.get(Ids.of(id));
    }

    /** As it was when the page was opened: a form that was sent stays the form that was sent. */
    public boolean isDisabled() {
        return disabled;
    }

    public void setDisabled(boolean disabled) {
        this.disabled = disabled;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
