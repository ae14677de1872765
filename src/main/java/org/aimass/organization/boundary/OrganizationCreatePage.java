package org.aimass.organization.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.aimass.organization.control.FoundOrganization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.organization.entity.OrganizationName;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;

/** Takes an organization in, with the invitation of who will administer it. */
@Named
@RequestScoped
public class OrganizationCreatePage {

    @Inject
    FoundOrganization founding;

    @Inject
    CurrentUser user;

    private UUID submission = UUID.randomUUID();
    private String nameEn = "";
    private String nameZh = "";
    private String slug = "";
    private OrganizationKind kind = OrganizationKind.DEPARTMENT;
    private String note = "";

    public void load() {
        if (!user.has(Role.PORTAL_ADMIN)) {
            throw Refusal.notFound();
        }
    }

    public String create() {
        founding.found(submission, new OrganizationName(slug, nameEn, nameZh), kind, note)
                .ifPresent(Asked::show);
        Asked.done("create.done", nameEn);
        return "/organization/organization?faces-redirect=true&id=" + submission;
    }

    public OrganizationKind[] getKinds() {
        return OrganizationKind.values();
    }

    public String getSubmission() {
        return submission.toString();
    }

    public void setSubmission(String submission) {
        this.submission = Ids.of(submission);
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

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public OrganizationKind getKind() {
        return kind;
    }

    public void setKind(OrganizationKind kind) {
        this.kind = kind;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
