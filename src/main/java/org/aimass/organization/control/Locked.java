package org.aimass.organization.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Refusal;

/** Holds an organization until the end of the transaction: who administers it does so one after the other. */
final class Locked {

    private Locked() {}

    /** @throws Refusal NOT_FOUND when there is none */
    static Organization organization(EntityManager em, UUID id) {
        Organization found = em.find(Organization.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }
}
