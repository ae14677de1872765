package org.aimass.datausage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.datausage.entity.HumanInvolvement;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.security.Allowed;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.SubjectPseudonyms;

/** Writes down that a controller used one person's data. The person's name never reaches the database. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class RecordDataUsage {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    SubjectPseudonyms pseudonyms;

    @Inject
    Clock clock;

    /**
     * @param outcome one of the activity's codes
     * @throws IllegalArgumentException if the activity does not know the outcome, or the use lies in the future
     */
    public void record(
            ProcessingActivity activity,
            Person person,
            Instant occurredAt,
            String outcome,
            HumanInvolvement humanInvolvement) {
        if (occurredAt.isAfter(clock.instant())) {
            throw new IllegalArgumentException("a use at " + occurredAt + " has not happened yet");
        }
        em.persist(new DataUsageRecord(
                pseudonyms.of(activity.controller().id(), person), occurredAt, activity, outcome, humanInvolvement));
    }

    /** Whether any use under this version of the activity is written down. */
    public boolean isRecorded(ProcessingActivity activity) {
        return !em.createQuery("select r.id from DataUsageRecord r where r.activity = :activity", UUID.class)
                .setParameter("activity", activity)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
