package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.entity.Invitation;
import org.aimass.organization.entity.InvitationCode;
import org.aimass.organization.entity.Member;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Lets whoever brings an invitation's code into the organization. Who that is, only the sign-in says. */
@ApplicationScoped
@Transactional
@Allowed(Role.CITIZEN)
public class AcceptInvitation {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /** What the code is good for; empty for one that was never made, has ended, or is too old: those look the same. */
    public Optional<Invitation> find(String code) {
        return byCode(code).filter(found -> found.isOpen(clock.instant()));
    }

    /**
     * Gives the asker its roles, once. Accepted again by the same person, it answers the same and does nothing.
     *
     * @return the organization's id
     * @throws Refusal NOT_FOUND as {@link #find}; FORBIDDEN to whoever made it; FORBIDDEN while the organization is disabled
     */
    public UUID accept(String code) {
        UUID organizationId = byCode(code)
                .orElseThrow(AcceptInvitation::useless)
                .organization()
                .id();
        Locked.organization(em, organizationId);
        Invitation invitation = byCode(code).orElseThrow(AcceptInvitation::useless);
        em.refresh(invitation);
        Person person = user.requirePerson();
        if (invitation.isAcceptedBy(person)) {
            return organizationId;
        }
        if (!invitation.isOpen(clock.instant())) {
            throw useless();
        }
        if (invitation.isMadeBy(person)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "organization", "refusal.ownInvitation")
                    .at("code");
        }
        invitation.accept(person, user.displayName(), clock.instant());
        List<Role> held = Membership.roles(em, organizationId, person);
        for (Role role : invitation.roles()) {
            if (!held.contains(role)) {
                em.persist(new Member(invitation.organization(), person, role, user.displayName(), clock.instant()));
                activity.record(
                        organizationId,
                        "organization.member.added",
                        "person",
                        person.subject(),
                        Map.of(
                                "issuer",
                                person.issuer(),
                                "role",
                                role.word(),
                                "invitation",
                                invitation.id().toString()));
            }
        }
        activity.record(
                organizationId,
                "organization.invitation.accepted",
                "invitation",
                invitation.id().toString(),
                Map.of());
        return organizationId;
    }

    private Optional<Invitation> byCode(String code) {
        return em.createQuery("select i from Invitation i where i.codeDigest = :digest", Invitation.class)
                .setParameter("digest", InvitationCode.digest(code).hex())
                .getResultStream()
                .findFirst();
    }

    private static Refusal useless() {
        return Refusal.of(Refusal.Kind.INVALID, "organization", "refusal.invitationUseless")
                .at("code");
    }
}
