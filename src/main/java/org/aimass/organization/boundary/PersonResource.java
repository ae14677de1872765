package org.aimass.organization.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;

/** Who the token belongs to, and what they are in which organization. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {

    @Inject
    Organizations organizations;

    @Inject
    CurrentUser user;

    /** @param roles that are held portal-wide */
    public record PersonView(
            String issuer, String subject, String name, List<String> roles, List<MembershipView> organizations) {}

    public record MembershipView(OrganizationView organization, List<String> roles) {}

    @GET
    public PersonView me() {
        Person person = user.requirePerson();
        return new PersonView(
                person.issuer(),
                person.subject(),
                user.displayName(),
                Arrays.stream(Role.values())
                        .filter(role -> role.scope() == Role.Scope.PORTAL && user.has(role))
                        .map(Role::word)
                        .toList(),
                organizations.mine().stream().map(this::membership).toList());
    }

    private MembershipView membership(Organization organization) {
        return new MembershipView(
                OrganizationView.of(organization),
                Arrays.stream(Role.values())
                        .filter(role -> role.scope() == Role.Scope.ORGANIZATION && user.has(role, organization.id()))
                        .map(Role::word)
                        .toList());
    }
}
