package org.aimass.activity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;

/** The records of one organization, each tied to the one before it. Whoever appends holds the chain until the commit. */
final class ActivityChain {

    private static final int BATCH = 1_000;

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

    /** From now on its organization's members may not act, or may again. */
    void suspend(boolean suspended) {
        em.createNativeQuery("update activity_chain set suspended = ? where organization_id = ?")
                .setParameter(1, suspended)
                .setParameter(2, organizationId)
                .executeUpdate();
    }

    /**
     * @param fromAbove whether this may be done to a suspended organization
     * @throws Refusal FORBIDDEN when its members may not act
     */
    void append(Instant now, Person actor, String actorName, ActivityRecord.Act act, boolean fromAbove) {
        if (holdAndSeeWhetherSuspended() && !fromAbove) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "web", "refusal.disabled");
        }
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

    /** Works every hash out again, from the first record to the last, some at a time. */
    ActivityRecords.ChainCheck check() {
        String hash = ActivityRecord.NO_PREDECESSOR;
        long sequence = 0;
        for (List<ActivityRecord> batch = after(0, BATCH); !batch.isEmpty(); batch = after(sequence, BATCH)) {
            for (ActivityRecord record : batch) {
                if (record.sequence() != sequence + 1 || !record.follows(hash)) {
                    return new ActivityRecords.ChainCheck(sequence, record.sequence(), hash);
                }
                sequence = record.sequence();
                hash = record.hash();
            }
            em.clear();
        }
        return new ActivityRecords.ChainCheck(sequence, 0, hash);
    }

    /** The next records after that one, in their order, at most so many. */
    List<ActivityRecord> after(long sequence, int limit) {
        return em.createQuery(
                        "select r from ActivityRecord r where r.organizationId = :organization and r.sequence > :sequence"
                                + " order by r.sequence",
                        ActivityRecord.class)
                .setParameter("organization", organizationId)
                .setParameter("sequence", sequence)
                .setMaxResults(limit)
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

    private boolean holdAndSeeWhetherSuspended() {
        return (Boolean)
                em.createNativeQuery("select suspended from activity_chain where organization_id = ? for update")
                        .setParameter(1, organizationId)
                        .getSingleResult();
    }
}
