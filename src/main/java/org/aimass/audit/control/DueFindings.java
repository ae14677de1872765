package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStatus;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Finds the findings of all audit bodies whose answer is due, so that their owners can be reminded. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class DueFindings {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** A finding and the run that it is of. */
    public record DueFinding(Finding finding, AuditRun run) {}

    /**
     * Open and assigned, the latest day first.
     *
     * @param from the first day
     * @param until the last day
     * @param most how many to give at most, at least 1
     */
    public List<DueFinding> between(LocalDate from, LocalDate until, int most) {
        return em.createQuery(
                        "select f, r from Finding f, AuditRun r where f.runId = r.id and f.status = :open"
                                + " and f.assignment.due between :from and :until order by f.assignment.due desc, f.number",
                        Object[].class)
                .setParameter("open", FindingStatus.OPEN)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new DueFinding((Finding) row[0], (AuditRun) row[1]))
                .toList();
    }
}
