package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.entity.Invitation;
import org.aimass.organization.entity.InvitationCode;
import org.aimass.organization.entity.Organization;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;
import org.aimass.shared.Slice;

/**
 * Invites people into an organization: its own administrators to any of its roles, an administrator of the portal to
 * administering it and to nothing else.
 */
@ApplicationScoped
@Transactional
@Allowed({Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN})
public class MakeInvitation {

    private static final int LONGEST_NOTE = 200;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /**
     * @param submission the same again makes no second invitation
     * @param note a name or address, for those who look after the list; identifies nobody
     * @return the code, which nobody can see again; empty when this invitation was made before
     * @throws Refusal NOT_FOUND where the asker may invite nobody, or not to these roles; INVALID at {@code note} or
     *     {@code roles}
     */
    public Optional<String> make(UUID submission, UUID organizationId, String note, Set<Role> roles) {
        demandMayInvite(organizationId, roles);
        Membership.demandOnlyOfOrganizations(roles);
        String kept = RequiredText.line(note, LONGEST_NOTE, "organization", "note");
        if (roles.isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, "organization", "field.roles.missing")
                    .at("roles");
        }
        Organization organization = Locked.organization(em, organizationId);
        if (em.find(Invitation.class, submission) != null) {
            return Optional.empty();
        }
        String code = InvitationCode.create();
        em.persist(new Invitation(
                submission,
                organization,
                kept,
                roles,
                InvitationCode.digest(code),
                user.requirePerson(),
                user.displayName(),
                clock.instant()));
        record(organizationId, "organization.invited", submission, words(roles));
        return Optional.of(code);
    }

    /** Those that still wait, the newest first. */
    public Slice<Invitation> waiting(UUID organizationId, int offset, int limit) {
        demandLooksAfter(organizationId);
        String where = " from Invitation i where i.organization.id = :organization and i.status = :open";
        return new Slice<>(
                em.createQuery("select i" + where + " order by i.madeAt desc, i.id", Invitation.class)
                        .setParameter("organization", organizationId)
                        .setParameter("open", Invitation.Status.OPEN)
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList(),
                offset,
                em.createQuery("select count(i)" + where, Long.class)
                        .setParameter("organization", organizationId)
                        .setParameter("open", Invitation.Status.OPEN)
                        .getSingleResult());
    }

    /** @throws Refusal NOT_FOUND when there is none, or none that the asker looks after */
    public Invitation get(UUID id) {
        Invitation found = em.find(Invitation.class, id);
        if (found == null) {
            throw Refusal.notFound();
        }
        demandLooksAfter(found.organization().id());
        return found;
    }

    /**
     * Nobody can accept it any more. Asked twice, it does it once.
     *
     * @throws Refusal CONFLICT when somebody has accepted it meanwhile
     */
    public void withdraw(UUID id) {
        Invitation invitation = get(id);
        Locked.organization(em, invitation.organization().id());
        em.refresh(invitation);
        demandMayInvite(invitation.organization().id(), Set.copyOf(invitation.roles()));
        if (invitation.status() == Invitation.Status.ACCEPTED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "organization", "refusal.invitationAccepted");
        }
        if (invitation.withdraw(clock.instant())) {
            record(invitation.organization().id(), "organization.invitation.withdrawn", id, invitation.note());
        }
    }

    private void demandLooksAfter(UUID organizationId) {
        if (!user.has(Role.PORTAL_ADMIN)) {
            user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        }
    }

    private void demandMayInvite(UUID organizationId, Set<Role> roles) {
        boolean administrators = Set.of(Role.ORGANIZATION_ADMIN).equals(roles);
        if (!(user.has(Role.PORTAL_ADMIN) && administrators)) {
            user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        }
    }

    private void record(UUID organizationId, String action, UUID invitation, String about) {
        Map<String, String> details = Map.of("about", about);
        if (user.has(Role.ORGANIZATION_ADMIN, organizationId)) {
            activity.record(organizationId, action, "invitation", invitation.toString(), details);
        } else {
            activity.recordFromAbove(organizationId, action, "invitation", invitation.toString(), details);
        }
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }
}
