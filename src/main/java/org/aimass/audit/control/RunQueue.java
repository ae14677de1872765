package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/**
 * Where a waiting run stands among all that wait, of whatever organization, and how long that will probably take. Nothing else
 * of other organizations' runs is told.
 */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class RunQueue {

    /** Beyond this many waiting runs nobody wants to know the place. */
    private static final int MOST = 1_000;

    /** With fewer ended runs than this there is no telling how long one takes. */
    private static final int FEWEST = 5;

    private static final int RECENT = 20;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    /**
     * A place in the queue.
     *
     * @param place 1 is the next; 0 where the run does not wait, or more than 1,000 do
     * @param waiting how many wait
     * @param running how many run now
     * @param usual what the recent audits took, the one in the middle; empty where there were too few
     * @param recent how many those are
     */
    public record Place(int place, int waiting, int running, Optional<Duration> usual, int recent) {

        /**
         * How long until it begins: as many rounds of what an audit usually takes as there are runs up to this one for each that
         * runs now. Empty where nothing runs, or nobody can tell.
         */
        public Optional<Duration> left() {
            return running == 0 || place == 0
                    ? Optional.empty()
                    : usual.map(one -> one.multipliedBy((place + running - 1) / running));
        }
    }

    /** Whose turn it would be, as far as the order of claims goes. */
    private record Turn(UUID id, UUID organization) {}

    /** @throws org.aimass.shared.Refusal NOT_FOUND when there is no such run, or it is another organization's */
    public Place place(UUID runId) {
        AuditRun run = runs.get(runId);
        List<Turn> turns = waiting();
        Map<UUID, Integer> busy = running();
        int place = run.status() == RunStatus.QUEUED && turns.size() < MOST ? place(runId, turns, busy) : 0;
        List<Duration> recent = recent();
        return new Place(
                place,
                turns.size(),
                busy.values().stream().mapToInt(Integer::intValue).sum(),
                recent.size() < FEWEST ? Optional.empty() : Optional.of(recent.get(recent.size() / 2)),
                recent.size());
    }

    /** Follows the claims: each goes to the organization with the fewest running, and there to the oldest. */
    static int place(UUID run, List<UUID> ids, List<UUID> organizations, Map<UUID, Integer> running) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            turns.add(new Turn(ids.get(i), organizations.get(i)));
        }
        return place(run, turns, running);
    }

    private static int place(UUID run, List<Turn> oldestFirst, Map<UUID, Integer> running) {
        List<Turn> left = new ArrayList<>(oldestFirst);
        Map<UUID, Integer> busy = new HashMap<>(running);
        for (int place = 1; !left.isEmpty(); place++) {
            Turn next = left.get(0);
            for (Turn turn : left) {
                if (busy.getOrDefault(turn.organization(), 0) < busy.getOrDefault(next.organization(), 0)) {
                    next = turn;
                }
            }
            if (next.id().equals(run)) {
                return place;
            }
            left.remove(next);
            busy.merge(next.organization(), 1, Integer::sum);
        }
        return 0;
    }

    private List<Turn> waiting() {
        return em.createQuery(
                        "select r.id, r.organizationId from AuditRun r where r.status = :queued order by r.queuedAt, r.id",
                        Object[].class)
                .setParameter("queued", RunStatus.QUEUED)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new Turn((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    private Map<UUID, Integer> running() {
        Map<UUID, Integer> busy = new HashMap<>();
        em.createQuery(
                        "select r.organizationId, count(r) from AuditRun r where r.status = :running"
                                + " group by r.organizationId",
                        Object[].class)
                .setParameter("running", RunStatus.RUNNING)
                .getResultStream()
                .forEach(row -> busy.put((UUID) row[0], ((Long) row[1]).intValue()));
        return busy;
    }

    /** What the last audits that were completed took, the shortest first. */
    private List<Duration> recent() {
        return em.createQuery(
                        "select r.attempt.startedAt, r.attempt.finishedAt from AuditRun r where r.status = :completed"
                                + " and r.attempt.startedAt is not null order by r.attempt.finishedAt desc",
                        Object[].class)
                .setParameter("completed", RunStatus.COMPLETED)
                .setMaxResults(RECENT)
                .getResultStream()
                .map(row -> Duration.between((Instant) row[0], (Instant) row[1]))
                .sorted()
                .toList();
    }
}
