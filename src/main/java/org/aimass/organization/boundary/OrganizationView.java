package org.aimass.organization.boundary;

import java.util.Locale;
import java.util.UUID;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Bilingual;

/** An organization as the API shows it. */
public record OrganizationView(UUID id, Bilingual name) {

    public static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(),
                new Bilingual(organization.name(Locale.ENGLISH), organization.name(Locale.SIMPLIFIED_CHINESE)));
    }
}
