package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.aimass.desk.control.DemoPeople.Who;
import org.aimass.organization.control.FoundOrganization;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** The ministry and the audit office of the invented country of Northmere, and who works there. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class DemoOrganizations {

    private static final String MINISTRY = "social-affairs";
    private static final String AUDIT_OFFICE = "audit-office";

    @Inject
    Organizations organizations;

    @Inject
    FoundOrganization founding;

    @Inject
    DemoPeople people;

    /** The two organizations' ids. */
    public record Both(UUID ministry, UUID auditOffice) {}

    /** Both, founded with their members and the mandate, all at once; empty where others were here first. */
    public Optional<Both> found() {
        if (organizations.isEmpty()) {
            return Optional.of(foundNow());
        }
        Optional<Organization> office = organizations.findBySlug(AUDIT_OFFICE);
        return organizations
                .findBySlug(MINISTRY)
                .flatMap(ministry -> office.map(found -> new Both(ministry.id(), found.id())));
    }

    private Both foundNow() {
        UUID ministry = founding.create(
                        MINISTRY, "Ministry of Social Affairs of Northmere", "北湖社会事务部", OrganizationKind.DEPARTMENT)
                .id();
        UUID office = founding.create(AUDIT_OFFICE, "Northmere Audit Office", "北湖审计署", OrganizationKind.AUDIT_BODY)
                .id();
        join(ministry, Who.JONAS, Role.SUBMITTER);
        join(ministry, Who.MARTA, Role.ORGANIZATION_ADMIN);
        join(office, Who.AMARA, Role.AUDITOR);
        join(office, Who.TOMAS, Role.APPROVER);
        founding.giveMandate(ministry, office);
        return new Both(ministry, office);
    }

    private void join(UUID organization, Who who, Role role) {
        founding.addMember(organization, people.person(who), role, who.displayName());
    }
}
