package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;

/** Finds the runs of the asker's own audit bodies. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER, Role.SYSTEM})
public class AuditRuns {

    private static final int MOST_EVENTS = 50;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /** @throws Refusal NOT_FOUND when there is none, or it is another organization's */
    public AuditRun get(UUID id) {
        AuditRun run = em.find(AuditRun.class, id);
        if (run == null || !(user.has(Role.SYSTEM) || organizations().contains(run.organizationId()))) {
            throw Refusal.notFound();
        }
        return run;
    }

    /** The plan that was frozen for the run. */
    public AuditPlan plan(AuditRun run) {
        return PlanJson.read(run.plan());
    }

    /** What happened to it, the latest first. */
    public List<RunEvent> events(UUID id) {
        return em.createQuery(
                        "select e from RunEvent e where e.runId = :run order by e.at desc, e.attempt desc",
                        RunEvent.class)
                .setParameter("run", get(id).id())
                .setMaxResults(MOST_EVENTS)
                .getResultList();
    }

    /** What the engine of the latest attempt said before it ended, in order. */
    @SuppressWarnings("unchecked")
    public List<String> engineLines(AuditRun run) {
        return em.createNativeQuery(
                        "select line from audit_engine_line where run_id = ? and attempt = ? order by ordinal")
                .setParameter(1, get(run.id()).id())
                .setParameter(2, run.attempt().number())
                .getResultList();
    }

    /** What measured it, and how many rows; only of a completed run. */
    public Optional<AuditOutcome.Head> measured(AuditRun run) {
        return run.outcome().map(outcome -> OutcomeReader.head(outcome.head()));
    }

    /**
     * The newest first.
     *
     * @param status only these; empty for all
     * @param text somewhere in number, model, dataset, policy or author; empty for all
     * @param offset how many to leave out, at least 0
     * @param size how many to give at most, at least 1
     */
    public Slice<AuditRun> find(Optional<RunStatus> status, String text, int offset, int size) {
        if (organizations().isEmpty()) {
            return new Slice<>(List.of(), 0, 0);
        }
        long total = query("select count(r)", "", status, text, Long.class).getSingleResult();
        List<AuditRun> runs = query(
                        "select r", " order by r.queuedAt desc, r.number desc", status, text, AuditRun.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
        return new Slice<>(runs, offset, total);
    }

    private <T> TypedQuery<T> query(
            String select, String order, Optional<RunStatus> status, String text, Class<T> type) {
        String where = " from AuditRun r where r.organizationId in :organizations"
                + (status.isPresent() ? " and r.status = :status" : "")
                + (text.isBlank()
                        ? ""
                        : " and (lower(r.subject.modelName) like :text escape '!' or lower(r.subject.datasetName) like :text"
                                + " escape '!' or lower(r.number) like :text escape '!' or lower(r.author.name) like :text"
                                + " escape '!' or lower(r.subject.policyName) like :text escape '!')");
        TypedQuery<T> query =
                em.createQuery(select + where + order, type).setParameter("organizations", organizations());
        status.ifPresent(wanted -> query.setParameter("status", wanted));
        if (!text.isBlank()) {
            query.setParameter("text", "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%");
        }
        return query;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private Set<UUID> organizations() {
        return user.organizationsWith(Role.AUDITOR, Role.APPROVER);
    }
}
