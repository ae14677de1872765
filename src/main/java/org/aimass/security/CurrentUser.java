package org.aimass.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.shared.Refusal;

/** Who is asking, for the length of one request or one background task. Nobody until told otherwise. */
@RequestScoped
@Named("currentUser")
public class CurrentUser {

    private Identity identity = Identity.NOBODY;

    Identity identity() {
        return identity;
    }

    void become(Identity newIdentity) {
        identity = newIdentity;
    }

    /** Empty when nobody is signed in. */
    public Optional<Person> person() {
        return identity.person();
    }

    /** @throws Refusal FORBIDDEN when nobody is signed in */
    public Person requirePerson() {
        return person().orElseThrow(() -> Refusal.of(Refusal.Kind.FORBIDDEN, "web", "refusal.signIn"));
    }

    /** As the identity provider gives it; empty when nobody is signed in. Never identifies anybody. */
    public String displayName() {
        return identity.displayName();
    }

    /** For pages; the same as {@link #displayName()}. */
    public String getDisplayName() {
        return displayName();
    }

    public boolean isSignedIn() {
        return identity.person().isPresent();
    }

    /** Whether the role is held portal-wide or in any organization at all. */
    public boolean has(Role role) {
        return role.scope() == Role.Scope.ORGANIZATION
                ? identity.organizationRoles().stream().anyMatch(held -> held.role() == role)
                : identity.portalRoles().contains(role);
    }

    public boolean has(Role role, UUID organizationId) {
        return identity.organizationRoles().contains(new OrganizationRole(organizationId, role));
    }

    /**
     * For pages, to leave out of a menu what would be refused.
     *
     * @param words of roles, such as {@code submitter}
     */
    public boolean hasAny(String... words) {
        return Arrays.stream(words).map(Role::ofWord).anyMatch(role -> role.isPresent() && has(role.get()));
    }

    /** The organizations in which any of these roles is held. */
    public Set<UUID> organizationsWith(Role... roles) {
        Set<Role> wanted = EnumSet.copyOf(Arrays.asList(roles));
        return identity.organizationRoles().stream()
                .filter(held -> wanted.contains(held.role()))
                .map(OrganizationRole::organizationId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws Refusal NOT_FOUND unless the role is held in that organization: what is foreign looks the same as what is
     *     missing
     */
    public void demand(Role role, UUID organizationId) {
        if (!has(role, organizationId)) {
            throw Refusal.notFound();
        }
    }

    /** Goes into every form that is not a Faces form, and comes back with it; empty when nobody is signed in. */
    public String getCsrfToken() {
        return identity.csrfToken();
    }
}
