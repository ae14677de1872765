package org.aimass.activity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.security.Person;

/** The records of one organization, each tied to the one before it. Whoever appends holds the chain until the commit. */
final class ActivityChain {

    private final EntityManager em;
    private final UUID organizationId;

    ActivityChain(EntityManager em, UUID organizationId) {
        this.em = em;
        this.organizationId = organizationId;
    }

    void open() {
        em.createNativeQuery("insert into activity_chain (organization_id) values (?)")
                .setParameter(1, organizationId)
                .executeUpdate();
    }

    void append(Instant now, Person actor, String actorName, ActivityRecord.Act act) {
        hold();
        Optional<ActivityRecord> last = last();
        em.persist(new ActivityRecord(
                organizationId,
                last.map(ActivityRecord::sequence).orElse(0L) + 1,
                last.map(ActivityRecord::hash).orElse(ActivityRecord.NO_PREDECESSOR),
                now,
                actor,
                actorName,
                act));
    }

    /** The first record that is not as it was written, or does not follow the one before it; empty when the chain is whole. */
    Optional<ActivityRecord> firstBroken() {
        String hash = ActivityRecord.NO_PREDECESSOR;
        long sequence = 0;
        for (ActivityRecord record : all()) {
            if (record.sequence() != ++sequence || !record.follows(hash)) {
                return Optional.of(record);
            }
            hash = record.hash();
        }
        return Optional.empty();
    }

    List<ActivityRecord> all() {
        return em.createQuery(
                        "select r from ActivityRecord r where r.organizationId = :organization order by r.sequence",
                        ActivityRecord.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    private Optional<ActivityRecord> last() {
        return em.createQuery(
                        "select r from ActivityRecord r where r.organizationId = :organization order by r.sequence desc",
                        ActivityRecord.class)
                .setParameter("organization", organizationId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private void hold() {
        em.createNativeQuery("select organization_id from activity_chain where organization_id = ? for update")
                .setParameter(1, organizationId)
                .getSingleResult();
    }
}
