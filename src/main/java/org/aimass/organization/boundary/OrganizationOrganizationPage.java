package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.control.MakeInvitation;
import org.aimass.organization.control.Mandates;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.organization.entity.Invitation;
import org.aimass.organization.entity.OrganizationLine;
import org.aimass.shared.Slice;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** One organization, as who looks after the portal sees it. */
@Named
@RequestScoped
public class OrganizationOrganizationPage {

    private static final int MOST_INVITATIONS = 20;

    @Inject
    AdministerOrganizations organizations;

    @Inject
    MakeInvitation invitations;

    @Inject
    Mandates mandates;

    @Inject
    Clock clock;

    private String id = "";
    private @Nullable OrganizationLine line;

    @PostConstruct
    void read() {
        id = Asked.parameter("id");
    }

    public OrganizationLine getLine() {
        OrganizationLine known = line;
        if (known == null) {
            known = organizations.get(organizationId());
            line = known;
        }
        return known;
    }

    public Slice<Invitation> getInvitations() {
        return invitations.waiting(organizationId(), 0, MOST_INVITATIONS);
    }

    /** Whether the time of an invitation is over. */
    public boolean isLapsed(Invitation invitation) {
        return !invitation.isOpen(clock.instant());
    }

    public String withdraw(Invitation invitation) {
        invitations.withdraw(invitation.id());
        Asked.done("invitation.withdrawn");
        return "/organization/organization?faces-redirect=true&id=" + id;
    }

    public List<AuditMandate> getGiven() {
        return mandates.givenBy(organizationId());
    }

    public List<AuditMandate> getHeld() {
        return mandates.heldBy(organizationId());
    }

    public Locale getEnglish() {
        return Locale.ENGLISH;
    }

    public Locale getChinese() {
        return Locale.CHINESE;
    }

    private UUID organizationId() {
        return Ids.of(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
