package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStatus;
import org.aimass.audit.entity.Severity;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Slice;

/**
 * Lists findings: for auditors and approvers those of their audit bodies, for submitters and administrators those about their
 * organization's models, once an auditor has assigned them to somebody there.
 */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER, Role.SUBMITTER, Role.ORGANIZATION_ADMIN})
public class FindingList {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String VISIBLE =
            " from Finding f, AuditRun r where f.runId = r.id and (r.organizationId in :auditing"
                    + " or (r.subject.modelOrganizationId in :answering and f.assignment.subject is not null))";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** By what a list is sorted. */
    public enum Sort {
        NUMBER("f.number"),
        SEVERITY("case f.severity when org.aimass.audit.entity.Severity.HIGH then 3"
                + " when org.aimass.audit.entity.Severity.MEDIUM then 2 else 1 end"),
        OWNER("lower(f.assignment.name)"),
        DUE("f.assignment.due"),
        STATUS("f.status");

        private final String path;

        Sort(String path) {
            this.path = path;
        }
    }

    /**
     * What is looked for.
     *
     * @param overdue only those whose answer is late
     */
    public record Wanted(Optional<FindingStatus> status, Optional<Severity> severity, boolean overdue) {}

    /** A finding and the run that it is of. */
    public record FoundFinding(Finding finding, AuditRun run, Map<String, String> group) {}

    /**
     * @param offset how many to leave out, at least 0
     * @param size how many to give at most, at least 1
     */
    public Slice<FoundFinding> find(Wanted wanted, Sort sort, boolean descending, int offset, int size) {
        long total = query("select count(f)", "", wanted, Long.class).getSingleResult();
        String order = " order by " + sort.path + (descending ? " desc" : "") + " nulls last, f.number desc";
        List<FoundFinding> items = query("select f, r", order, wanted, Object[].class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultStream()
                .map(row -> found((Finding) row[0], (AuditRun) row[1]))
                .toList();
        return new Slice<>(items, offset, total);
    }

    private static FoundFinding found(Finding finding, AuditRun run) {
        return new FoundFinding(finding, run, ResultReader.textMap(finding.group()));
    }

    private <T> TypedQuery<T> query(String select, String order, Wanted wanted, Class<T> type) {
        String narrowed = (wanted.status().isPresent() ? " and f.status = :status" : "")
                + (wanted.severity().isPresent() ? " and f.severity = :severity" : "")
                + (wanted.overdue() ? " and f.status = :open and f.assignment.due < :today" : "");
        TypedQuery<T> query = em.createQuery(select + VISIBLE + narrowed + order, type)
                .setParameter("auditing", organizations(Role.AUDITOR, Role.APPROVER))
                .setParameter("answering", organizations(Role.SUBMITTER, Role.ORGANIZATION_ADMIN));
        wanted.status().ifPresent(status -> query.setParameter("status", status));
        wanted.severity().ifPresent(severity -> query.setParameter("severity", severity));
        if (wanted.overdue()) {
            query.setParameter("open", FindingStatus.OPEN).setParameter("today", today());
        }
        return query;
    }

    /** The day by which it is decided what is overdue: UTC's. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A list of nothing is no JPQL. */
    private Set<UUID> organizations(Role... roles) {
        Set<UUID> held = user.organizationsWith(roles);
        return held.isEmpty() ? Set.of(NOBODY) : held;
    }
}
