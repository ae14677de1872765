package org.aimass.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.SearchText;
import org.aimass.shared.Slice;

/** The activity records, for who may read them: an organization's for its administrators, the portal's for the portal's. */
@ApplicationScoped
@Transactional
@Allowed({Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN})
public class ActivityRecords {

    private static final int MOST_ACTIONS = 200;
    private static final String WHERE = " from ActivityRecord r where r.organizationId = :organization"
            + " and (:action = '' or r.action = :action) and r.occurredAt >= :from and r.occurredAt < :to"
            + " and (lower(r.actorName) like :person escape '!' or r.actorSubject = :exact)";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /**
     * What is looked for.
     *
     * @param person somewhere in the name, or the identity provider's whole id; empty for all
     * @param action the whole word, such as {@code model.registered}; empty for all
     * @param from the earliest time
     * @param to the first time that is too late
     */
    public record Question(UUID organizationId, String person, String action, Instant from, Instant to) {}

    /**
     * What came of checking a chain.
     *
     * @param records how many were checked
     * @param brokenAt the first record that is not as it was written or does not follow the one before it; 0 when all are
     * @param lastHash of the last record: whoever writes it down notices later when records are missing at the end
     */
    public record ChainCheck(long records, long brokenAt, String lastHash) {

        public boolean isWhole() {
            return brokenAt == 0;
        }
    }

    /**
     * The newest first.
     *
     * @throws Refusal NOT_FOUND unless the asker may read that organization's records
     */
    public Slice<ActivityRecord> search(Question question, int offset, int limit) {
        demandMayRead(question.organizationId());
        return new Slice<>(
                filled(em.createQuery("select r" + WHERE + " order by r.sequence desc", ActivityRecord.class), question)
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList(),
                offset,
                filled(em.createQuery("select count(r)" + WHERE, Long.class), question)
                        .getSingleResult());
    }

    /** As {@link #search}, those before a place in the chain: what is recorded meanwhile changes nothing. */
    public List<ActivityRecord> before(Question question, long sequence, int limit) {
        demandMayRead(question.organizationId());
        return filled(
                        em.createQuery(
                                "select r" + WHERE + " and r.sequence < :before order by r.sequence desc",
                                ActivityRecord.class),
                        question)
                .setParameter("before", sequence)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The words for what was ever done there. */
    public List<String> actions(UUID organizationId) {
        demandMayRead(organizationId);
        return em.createQuery(
                        "select distinct r.action from ActivityRecord r where r.organizationId = :organization order by"
                                + " r.action",
                        String.class)
                .setParameter("organization", organizationId)
                .setMaxResults(MOST_ACTIONS)
                .getResultList();
    }

    /** How many records there are, which is how much work a check is. */
    public long count(UUID organizationId) {
        demandMayRead(organizationId);
        return em.createQuery(
                        "select coalesce(max(r.sequence), 0) from ActivityRecord r where r.organizationId = :organization",
                        Long.class)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    /** Works every hash of the chain out again, from its first record to its last. */
    public ChainCheck check(UUID organizationId) {
        demandMayRead(organizationId);
        return new ActivityChain(em, organizationId).check();
    }

    private void demandMayRead(UUID organizationId) {
        if (!organizationId.equals(ActivityLog.PORTAL)) {
            user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        } else if (!user.has(Role.PORTAL_ADMIN)) {
            throw Refusal.notFound();
        }
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, Question question) {
        return query.setParameter("organization", question.organizationId())
                .setParameter("action", question.action())
                .setParameter("from", question.from())
                .setParameter("to", question.to())
                .setParameter("person", SearchText.anywhere(question.person().toLowerCase(Locale.ROOT)))
                .setParameter("exact", question.person().strip());
    }
}
