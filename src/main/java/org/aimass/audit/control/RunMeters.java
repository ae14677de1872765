package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The queue of runs in numbers, for the operator's monitoring: of all nodes together, but for what ended and the slots, which are this one's. */
@ApplicationScoped
public class RunMeters implements Measured {

    private static final List<RunStatus> ENDS = List.of(RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.CANCELLED);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "aimass.run.slots")
    int slots;

    private final Map<RunStatus, LongAdder> ended = new ConcurrentHashMap<>();

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunEnded event) {
        ended.computeIfAbsent(event.status(), status -> new LongAdder()).increment();
    }

    @Override
    @Allowed(Role.SYSTEM)
    public boolean asksTheDatabase() {
        return true;
    }

    @Override
    @Transactional
    @Allowed(Role.SYSTEM)
    public List<Reading> readings() {
        Object[] waiting =
                (Object[]) em.createQuery("select count(r), min(r.queuedAt) from AuditRun r where r.status = :queued")
                        .setParameter("queued", RunStatus.QUEUED)
                        .getSingleResult();
        double oldest = waiting[1] instanceof Instant since
                ? Duration.between(since, clock.instant()).toMillis() / 1e3
                : 0;
        return List.of(
                Reading.gauge(
                        "aimass_runs_queued", "Audits that wait for a slot.", ((Number) waiting[0]).doubleValue()),
                Reading.gauge("aimass_runs_oldest_wait_seconds", "How long the oldest of them waits.", oldest),
                Reading.gauge("aimass_runs_running", "Audits that run.", (double) running()),
                Reading.gauge("aimass_run_slots", "Audits that this node runs at the same time.", slots),
                Reading.counter(
                        "aimass_runs_ended_total",
                        "Audits that ended on this node, by how.",
                        "status",
                        ENDS.stream().map(this::ended).toList()));
    }

    private Reading.Value ended(RunStatus status) {
        LongAdder count = ended.get(status);
        return new Reading.Value(status.name().toLowerCase(Locale.ROOT), count == null ? 0 : count.sum());
    }

    private long running() {
        return em.createQuery("select count(r) from AuditRun r where r.status = :running", Long.class)
                .setParameter("running", RunStatus.RUNNING)
                .getSingleResult();
    }
}
