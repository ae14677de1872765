package org.aimass.organization.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aimass.security.OrganizationRole;
import org.aimass.security.Person;
import org.aimass.security.Role;

/** One role that a person holds in an organization. */
@Entity
@Table(name = "organization_member")
public class Member {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String issuer;

    private String subject;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "display_name")
    private String displayName;

    private Instant since;

    protected Member() {
        this(new Organization(), new Person("-", "-"), Role.SUBMITTER, "", Instant.EPOCH);
    }

    public Member(Organization organization, Person person, Role role, String displayName, Instant since) {
        this.id = UUID.randomUUID();
        this.organization = organization;
        this.issuer = person.issuer();
        this.subject = person.subject();
        this.role = new OrganizationRole(organization.id(), role).role();
        this.displayName = displayName;
        this.since = since;
    }

    public Organization organization() {
        return organization;
    }

    public OrganizationRole organizationRole() {
        return new OrganizationRole(organization.id(), role);
    }

    public Person person() {
        return new Person(issuer, subject);
    }

    public String displayName() {
        return displayName;
    }

    public Instant since() {
        return since;
    }

    public Role role() {
        return role;
    }
}
