package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.RunComparison;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;

/** Sets two completed audits side by side. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class CompareAudits {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    AuditRuns runs;

    @Inject
    AuditResults results;

    /** @throws Refusal NOT_FOUND when there is no such run, it is another organization's, or it is not completed */
    public AuditRun completed(UUID runId) {
        AuditRun run = runs.get(runId);
        if (run.status() != RunStatus.COMPLETED) {
            throw Refusal.notFound();
        }
        return run;
    }

    /**
     * The completed audits of the asker's own bodies that were run on the same dataset version or on a version of the same model: the
     * latest first.
     *
     * @param offset how many to leave out, at least 0
     * @param size how many to give at most, at least 1
     */
    public Slice<AuditRun> candidates(UUID runId, int offset, int size) {
        AuditRun run = completed(runId);
        Set<UUID> organizations = user.organizationsWith(Role.AUDITOR, Role.APPROVER);
        String where =
                " from AuditRun r where r.organizationId in :organizations and r.status = :completed and r.id <> :run"
                        + " and (r.subject.datasetVersionId = :dataset"
                        + " or (r.subject.modelName = :model and r.subject.modelOrganizationId = :owner))";
        long total = em.createQuery("select count(r)" + where, Long.class)
                .setParameter("organizations", organizations)
                .setParameter("completed", RunStatus.COMPLETED)
                .setParameter("run", runId)
                .setParameter("dataset", run.subject().datasetVersionId())
                .setParameter("model", run.subject().modelName())
                .setParameter("owner", run.subject().modelOrganizationId())
                .getSingleResult();
        List<AuditRun> found = em.createQuery(
                        "select r" + where + " order by r.queuedAt desc, r.number desc", AuditRun.class)
                .setParameter("organizations", organizations)
                .setParameter("completed", RunStatus.COMPLETED)
                .setParameter("run", runId)
                .setParameter("dataset", run.subject().datasetVersionId())
                .setParameter("model", run.subject().modelName())
                .setParameter("owner", run.subject().modelOrganizationId())
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
        return new Slice<>(found, offset, total);
    }

    /**
     * @param place of the feature set in the first run's plan, from 0; where it has none there, of the first
     * @throws Refusal NOT_FOUND when either is missing, another organization's, or not completed
     */
    public RunComparison compare(UUID first, UUID second, int place) {
        CompletedAudit one = results.of(first, place);
        List<String> features = one.plan().featureSets().get(one.plan().setAt(place));
        CompletedAudit two = results.of(second, 0);
        int same = two.plan().featureSets().indexOf(features);
        return new RunComparison(one, same > 0 ? results.of(second, same) : two, features);
    }
}
