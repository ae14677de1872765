package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Bookmark;

/** Reads the list of runs of the asker's own audit bodies in parts, the latest first. What is started meanwhile shifts nothing. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class RunPages {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /**
     * @param status only these; empty for all
     * @param place where the list was read to; empty for its beginning
     */
    public List<AuditRun> after(Optional<Bookmark> place, Optional<RunStatus> status, int limit) {
        Set<UUID> organizations = user.organizationsWith(Role.AUDITOR, Role.APPROVER);
        TypedQuery<AuditRun> query = em.createQuery(
                        "select r from AuditRun r where r.organizationId in :organizations"
                                + (status.isPresent() ? " and r.status = :status" : "")
                                + (place.isPresent()
                                        ? " and (r.queuedAt < :at or (r.queuedAt = :at and r.number < :number))"
                                        : "")
                                + " order by r.queuedAt desc, r.number desc",
                        AuditRun.class)
                .setParameter("organizations", organizations);
        status.ifPresent(wanted -> query.setParameter("status", wanted));
        place.ifPresent(read -> query.setParameter("at", read.at()).setParameter("number", read.id()));
        return query.setMaxResults(limit).getResultList();
    }
}
