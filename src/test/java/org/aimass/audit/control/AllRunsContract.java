package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.QueuedRun;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.RunStatus;
import org.aimass.database.TestDatabase;
import org.aimass.organization.control.MandateEnded;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What runs first, then what waits in the order in which it will be claimed, then what has ended; and its end from above. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AllRunsContract {

    private final AuditWorld world;
    private final List<String> recorded = new ArrayList<>();

    AllRunsContract(TestDatabase database) {
        world = new AuditWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    @BeforeEach
    void nothingWaits() {
        world.does(em -> em.createNativeQuery(
                                "update audit_run set status = 'CANCELLED' where status in ('QUEUED'," + " 'RUNNING')")
                        .executeUpdate()
                >= 0);
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private AllRuns queue(EntityManager em) {
        AllRuns queue = new AllRuns();
        queue.em = em;
        queue.clock = Clock.systemUTC();
        queue.endings = new Heard<>();
        queue.activity = new ActivityLog() {
            @Override
            public void recordFromAbove(UUID organization, String action, String type, String id, Map<String, ?> more) {
                recorded.add(action + " " + more.get("reason"));
            }
        };
        return queue;
    }

    private List<QueuedRun> open() {
        return world.in(em -> queue(em).find(Optional.empty(), 0, 50)).items().stream()
                .filter(each -> each.status().isOpen())
                .toList();
    }

    @Test
    void eachTurnGoesToTheOrganizationWithTheFewestRunningAndThereToTheOldest() {
        UUID busy = world.organization("busy");
        UUID other = world.organization("other");
        UUID running = world.queue(busy);
        UUID first = world.queue(busy);
        UUID second = world.queue(other);
        UUID third = world.queue(other);
        assertEquals(running, world.claim(Duration.ofSeconds(60)).orElseThrow().runId());

        List<QueuedRun> runs = open();
        assertEquals(
                List.of(running, second, first, third),
                runs.stream().map(QueuedRun::id).toList());
        assertEquals(
                List.of(0L, 1L, 2L, 3L), runs.stream().map(QueuedRun::place).toList());
        QueuedRun top = runs.get(0);
        assertEquals("node", top.node());
        assertEquals(1, top.attempt());
        assertEquals(busy, top.organizationId());
        assertTrue(top.lease().orElseThrow().toSeconds() > 50, top::toString);
        assertFalse(top.isLapsed());
        assertTrue(runs.get(1).lease().isEmpty());
        for (UUID next : List.of(second, first, third)) {
            assertEquals(next, world.claim(Duration.ofSeconds(60)).orElseThrow().runId(), "as its place said");
        }
        assertEquals(
                4,
                world.in(em -> queue(em).find(Optional.of(RunStatus.RUNNING), 0, 1))
                        .total());
    }

    @Test
    void aLapsedLeaseIsSaid() {
        world.queue(world.organization("lapsed"));
        world.claim(Duration.ofSeconds(-5));
        assertTrue(open().get(0).isLapsed());
    }

    @Test
    void itIsEndedOnceWithTheReason() {
        UUID run = world.queue(world.organization("ended"));
        recorded.clear();
        assertEquals(
                "field.reason.missing",
                assertThrows(Refusal.class, () -> cancel(run, " ")).key());
        cancel(run, "Machine goes");
        cancel(run, "Machine goes");
        assertEquals(RunStatus.CANCELLED, world.run(run).status());
        assertEquals(List.of("audit.cancel Machine goes"), recorded);
        assertEquals(List.of(RunEvent.Kind.CANCELLED_FROM_ABOVE), kinds(run));
        assertEquals(
                Refusal.Kind.NOT_FOUND,
                assertThrows(Refusal.class, () -> cancel(UUID.randomUUID(), "x"))
                        .kind());
    }

    @Test
    void whatRunsIsAskedToEndAndWhatHasEndedIsNot() {
        UUID run = world.queue(world.organization("asked"));
        world.claim(Duration.ofSeconds(60));
        cancel(run, "Too long");
        assertEquals(RunStatus.RUNNING, world.run(run).status());
        assertTrue(open().get(0).cancelRequested());
        assertEquals(List.of(RunEvent.Kind.CANCEL_ASKED_FROM_ABOVE), kinds(run).subList(1, 2));
        world.does(em ->
                em.createNativeQuery("update audit_run set status = 'FAILED', failure = 'ENGINE_DIED' where id = ?")
                                .setParameter(1, run)
                                .executeUpdate()
                        == 1);
        assertEquals(
                Refusal.Kind.CONFLICT,
                assertThrows(Refusal.class, () -> cancel(run, "x")).kind());
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void anOpenRunSaysThatItsMandateHasEnded() {
        UUID office = world.organization("mandated");
        UUID run = world.queue(office);
        world.does(em -> {
            NoteMandates notes = new NoteMandates();
            notes.em = em;
            notes.clock = Clock.systemUTC();
            notes.note(new MandateEnded(UUID.randomUUID(), office, "Marta"));
            notes.note(new MandateEnded(office, office, "Marta"));
            return true;
        });
        assertEquals(List.of(RunEvent.Kind.MANDATE_ENDED), kinds(run));
        assertEquals(RunStatus.QUEUED, world.run(run).status());
    }

    private void cancel(UUID run, String reason) {
        world.does(em -> {
            queue(em).cancel(run, reason);
            return true;
        });
    }

    private List<RunEvent.Kind> kinds(UUID run) {
        return world.in(em -> em.createQuery(
                        "select e.kind from RunEvent e where e.runId = :run order by e.at", RunEvent.Kind.class)
                .setParameter("run", run)
                .getResultList());
    }
}
