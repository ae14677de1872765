package org.aimass.audit.control;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;

/** What makes a form that is sent twice start one audit: its token, in the hand of one person. */
final class StartToken {

    private static final int LONGEST = 64;

    private final EntityManager em;
    private final String token;
    private final Person person;

    /** @throws Refusal NOT_FOUND when no form of ours gave such a token */
    StartToken(EntityManager em, String token, Person person) {
        if (token.isBlank() || token.length() > LONGEST) {
            throw Refusal.notFound();
        }
        this.em = em;
        this.token = token;
        this.person = person;
    }

    /** Whether the token is spent on this run, and not on another one before. */
    boolean isFirst(UUID run) {
        return em.createNativeQuery("insert into audit_start_token (token, issuer, subject, run_id)"
                                + " values (?, ?, ?, ?) on conflict do nothing")
                        .setParameter(1, token)
                        .setParameter(2, person.issuer())
                        .setParameter(3, person.subject())
                        .setParameter(4, run)
                        .executeUpdate()
                > 0;
    }

    /** The run that it was spent on. */
    UUID startedBefore() {
        return (UUID) em.createNativeQuery(
                        "select run_id from audit_start_token where token = ? and issuer = ? and subject = ?")
                .setParameter(1, token)
                .setParameter(2, person.issuer())
                .setParameter(3, person.subject())
                .getSingleResult();
    }
}
