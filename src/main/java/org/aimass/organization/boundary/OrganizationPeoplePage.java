package org.aimass.organization.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.aimass.organization.control.MakeInvitation;
import org.aimass.organization.control.People;
import org.aimass.organization.entity.Colleague;
import org.aimass.organization.entity.Invitation;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;

/** Who holds which role in an organization, and who is invited. */
@Named
@RequestScoped
public class OrganizationPeoplePage {

    private static final int SIZE = 20;
    private static final int MOST_INVITATIONS = 50;

    @Inject
    People people;

    @Inject
    MakeInvitation invitations;

    @Inject
    AdministeredOrganization administered;

    @Inject
    Clock clock;

    private final ListAddress address = new ListAddress("name");
    private Slice<Colleague> slice = new Slice<>(List.of(), 0, 0);

    public void load() {
        slice = people.search(
                administered.id(),
                address.getQ(),
                address.sort(People.Sort.class, People.Sort.NAME),
                address.isDescending(),
                address.offset(SIZE),
                SIZE);
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<Colleague> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }

    public Slice<Invitation> getInvitations() {
        return invitations.waiting(administered.id(), 0, MOST_INVITATIONS);
    }

    /** Whether the time of an invitation is over. */
    public boolean isLapsed(Invitation invitation) {
        return !invitation.isOpen(clock.instant());
    }

    public String withdraw(Invitation invitation) {
        invitations.withdraw(invitation.id());
        Asked.done("invitation.withdrawn");
        return "/organization/people?faces-redirect=true&id=" + administered.id();
    }

    public String getId() {
        return administered.id().toString();
    }

    /** The address says it. */
    public void setId(String id) {}
}
