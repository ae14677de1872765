package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.control.MakeInvitation;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Colleague;
import org.aimass.organization.entity.Organization;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;

/** Invites a person: an administrator of the organization to any role in it, one of the portal to administering it. */
@Named
@RequestScoped
public class OrganizationInvitePage {

    @Inject
    MakeInvitation invitations;

    @Inject
    Organizations organizations;

    @Inject
    CurrentUser user;

    private UUID submission = UUID.randomUUID();
    private String id = "";
    private String note = "";
    private Role[] roles = new Role[0];

    @PostConstruct
    void read() {
        id = Asked.parameter("id");
    }

    public void load() {
        if (!isInside() && !user.has(Role.PORTAL_ADMIN)) {
            throw Refusal.notFound();
        }
        getOrganization();
    }

    public String invite() {
        Set<Role> wanted = wanted();
        invitations.make(submission, Ids.of(id), note, wanted).ifPresent(Asked::show);
        Asked.done(Colleague.holdsBothPairsOfEyes(wanted) ? "invite.done.both" : "invite.done");
        return (isInside() ? "/organization/people" : "/organization/organization") + "?faces-redirect=true&id=" + id;
    }

    private Set<Role> wanted() {
        if (!isInside()) {
            return Set.of(Role.ORGANIZATION_ADMIN);
        }
        return roles.length == 0 ? Set.of() : EnumSet.copyOf(List.of(roles));
    }

    /** Whether the reader administers the organization. */
    public boolean isInside() {
        return user.has(Role.ORGANIZATION_ADMIN, Ids.of(id));
    }

    public Organization getOrganization() {
        return organizations.get(Ids.of(id));
    }

    public List<Role> getChoices() {
        return OrganizationText.ROLES;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSubmission() {
        return submission.toString();
    }

    public void setSubmission(String submission) {
        this.submission = Ids.of(submission);
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }
}
