package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.entity.Organization;
import org.aimass.web.Ids;

/** Gives an organization other names. */
@Named
@RequestScoped
public class OrganizationRenamePage {

    @Inject
    AdministerOrganizations organizations;

    private String id = "";
    private String nameEn = "";
    private String nameZh = "";
    private long version;

    @PostConstruct
    void read() {
        id = Asked.parameter("id");
        Organization organization = organization();
        nameEn = organization.name(Locale.ENGLISH);
        nameZh = organization.name(Locale.CHINESE);
        version = organization.version();
    }

    public void load() {
        organization();
    }

    public String rename() {
        organizations.rename(Ids.of(id), nameEn, nameZh, version);
        Asked.done("rename.done");
        return "/organization/organization?faces-redirect=true&id=" + id;
    }

    private Organization organization() {
        return organizations.get(Ids.of(id)).organization();
    }

    public String getName() {
        return organization().name(Asked.locale());
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

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }
}
