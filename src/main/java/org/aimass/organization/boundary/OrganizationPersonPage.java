package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aimass.organization.control.ChangeRoles;
import org.aimass.organization.control.People;
import org.aimass.organization.entity.Colleague;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** The roles of one person in an organization: changed, or all taken after a question. */
@Named
@RequestScoped
public class OrganizationPersonPage {

    @Inject
    People people;

    @Inject
    ChangeRoles change;

    @Inject
    AdministeredOrganization administered;

    @Inject
    OrganizationText text;

    @Inject
    CurrentUser user;

    private String issuer = "";
    private String subject = "";
    private String name = "";
    private Role[] roles = new Role[0];
    private String state = "";
    private boolean leaving;

    @PostConstruct
    void read() {
        issuer = Asked.parameter("issuer");
        subject = Asked.parameter("subject");
        leaving = Asked.parameter("leave").equals("yes");
    }

    public void load() {
        Colleague colleague = people.get(administered.id(), person());
        name = colleague.name();
        roles = colleague.roles().toArray(Role[]::new);
        state = colleague.state();
    }

    public String save() {
        Set<Role> wanted = roles.length == 0 ? Set.of() : EnumSet.copyOf(List.of(roles));
        change.change(administered.id(), person(), wanted, state);
        Asked.done(Colleague.holdsBothPairsOfEyes(wanted) ? "person.done.both" : "person.done", name);
        return toPeople();
    }

    public String remove() {
        change.remove(administered.id(), person(), state);
        Asked.done("person.removed", name);
        return toPeople();
    }

    private String toPeople() {
        return user.has(Role.ORGANIZATION_ADMIN, administered.id())
                ? "/organization/people?faces-redirect=true&id=" + administered.id()
                : "/desk/work?faces-redirect=true";
    }

    private Person person() {
        if (issuer.isBlank() || subject.isBlank()) {
            throw Refusal.notFound();
        }
        return new Person(issuer, subject);
    }

    /** Whether this page is about its reader. */
    public boolean isMe() {
        return user.requirePerson().equals(person());
    }

    /** The roles that would end, in words. */
    public String getRoleNames() {
        return text.roles(people.get(administered.id(), person()).roles());
    }

    public boolean isLeaving() {
        return leaving;
    }

    public List<Role> getChoices() {
        return OrganizationText.ROLES;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }
}
