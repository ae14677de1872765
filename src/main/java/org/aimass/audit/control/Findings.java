package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Opens findings: to auditors and approvers those of their audit bodies, to submitters and administrators those about their
 * organization's models, once an auditor has assigned them to somebody there.
 */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER, Role.SUBMITTER, Role.ORGANIZATION_ADMIN})
public class Findings {

    private static final int MOST_STEPS = 200;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /** A finding with what was measured and what was done about it, the latest first. */
    public record FindingFile(Finding finding, AuditRun run, JudgedComparison comparison, List<FindingStep> steps) {}

    /** @throws Refusal NOT_FOUND when there is none, or none that the asker may see */
    public FindingFile get(UUID id) {
        Finding finding = em.find(Finding.class, id);
        AuditRun run = finding == null ? null : em.find(AuditRun.class, finding.runId());
        if (finding == null || run == null || !isVisible(finding, run)) {
            throw Refusal.notFound();
        }
        List<FindingStep> steps = em.createQuery(
                        "select s from FindingStep s where s.findingId = :finding order by s.person.at desc",
                        FindingStep.class)
                .setParameter("finding", id)
                .setMaxResults(MOST_STEPS)
                .getResultList();
        return new FindingFile(finding, run, comparison(finding), steps);
    }

    private JudgedComparison comparison(Finding finding) {
        try {
            return new ResultReader(em.unwrap(Connection.class), finding.runId())
                    .comparisons()
                    .get(finding.comparison());
        } catch (SQLException e) {
            throw new IllegalStateException("finding " + finding.number() + " could not be read", e);
        }
    }

    private boolean isVisible(Finding finding, AuditRun run) {
        return auditing().contains(run.organizationId())
                || (finding.owner().isPresent()
                        && answering().contains(run.subject().modelOrganizationId()));
    }

    private Set<UUID> auditing() {
        return user.organizationsWith(Role.AUDITOR, Role.APPROVER);
    }

    private Set<UUID> answering() {
        return user.organizationsWith(Role.SUBMITTER, Role.ORGANIZATION_ADMIN);
    }
}
