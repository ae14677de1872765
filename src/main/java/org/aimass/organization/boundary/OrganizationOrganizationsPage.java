package org.aimass.organization.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.entity.OrganizationLine;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;

/** All organizations of the portal. */
@Named
@RequestScoped
public class OrganizationOrganizationsPage {

    private static final int SIZE = 20;

    @Inject
    AdministerOrganizations organizations;

    private final ListAddress address = new ListAddress("name");
    private Slice<OrganizationLine> slice = new Slice<>(List.of(), 0, 0);

    public void load() {
        slice = organizations.search(
                address.getQ(),
                address.sort(AdministerOrganizations.Sort.class, AdministerOrganizations.Sort.NAME),
                address.isDescending(),
                address.offset(SIZE),
                SIZE);
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<OrganizationLine> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }
}
