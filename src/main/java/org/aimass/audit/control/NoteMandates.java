package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.organization.control.MandateEnded;

/** Says on the pages of runs that go on that the mandate they were started under has ended. */
@ApplicationScoped
class NoteMandates {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Clock clock;

    void note(@Observes MandateEnded news) {
        em.createQuery(
                        "select r from AuditRun r where r.organizationId = :auditor"
                                + " and r.subject.modelOrganizationId = :owner and r.status in (:queued, :running)",
                        AuditRun.class)
                .setParameter("auditor", news.auditorOrganizationId())
                .setParameter("owner", news.organizationId())
                .setParameter("queued", RunStatus.QUEUED)
                .setParameter("running", RunStatus.RUNNING)
                .getResultList()
                .forEach(run -> em.persist(new RunEvent(
                        run.id(),
                        run.attempt().number(),
                        RunEvent.Kind.MANDATE_ENDED,
                        news.byName(),
                        clock.instant())));
    }
}
