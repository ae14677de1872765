package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** The frozen plan of a run that is about to be executed. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class RunPlans {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** @throws IllegalStateException if the stored plan is not the one that its digest names */
    public AuditPlan of(Claim claim) {
        AuditRun run = em.find(AuditRun.class, claim.runId());
        if (!StrictJson.digest(run.plan()).equals(run.planDigest())) {
            throw new IllegalStateException("the plan of run " + run.number() + " has been changed");
        }
        return PlanJson.read(run.plan());
    }
}
