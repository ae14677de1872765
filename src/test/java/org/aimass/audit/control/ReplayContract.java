package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Exploration;
import org.aimass.audit.entity.OutcomeComparison;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.RunStatus;
import org.aimass.database.TestDatabase;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of repeated runs, and of results that are read in parts; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplayContract {

    private final AuditWorld world;
    private UUID run = UUID.randomUUID();

    ReplayContract(TestDatabase database) {
        world = new AuditWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    @BeforeEach
    void completeOne() {
        world.in(em -> em.createNativeQuery("update audit_run set status = 'CANCELLED' where status = 'QUEUED'")
                .executeUpdate());
        run = world.queue(world.office);
        Claim claim = world.claim(Duration.ofSeconds(60)).orElseThrow();
        assertTrue(world.does(em -> AuditWorld.recorder(em).complete(claim, scored(), true)));
    }

    /** Texts of every kind, with what a database or a page might take for its own. */
    private static final QuotedAnswers QUOTED = new QuotedAnswers(List.of(
            new QuotedAnswers.Answer(
                    19,
                    Map.of("age", "18 to 29"),
                    new QuotedAnswers.Reply(
                            Optional.of("' or 1=1 --"),
                            "<script>\uD83D\uDE00 \\ \"no\"\n",
                            Optional.empty(),
                            Optional.of(0.1 + 0.2),
                            Optional.of(-9e-300),
                            List.of(QuotedAnswers.Finding.TOXIC, QuotedAnswers.Finding.REFUSED))),
            new QuotedAnswers.Answer(
                    2,
                    Map.of(),
                    new QuotedAnswers.Exchange(
                            Optional.empty(), Optional.of(""), 0.25, 0.75, List.of(QuotedAnswers.Finding.FLIPPED)))));

    /** The outcome of the other tests, with quotes, the scores of everybody and of one group. */
    private static JudgedOutcome scored() {
        JudgedOutcome plain = AuditWorld.judged();
        AuditOutcome outcome = plain.outcome();
        List<GroupScores> scores = List.of(
                new GroupScores(Map.of(), new ScoreBins(List.of(new ScoreBins.Bin(50, 1472, 0, 740.5)))),
                new GroupScores(
                        Map.of("age", "18 to 29"),
                        new ScoreBins(
                                List.of(new ScoreBins.Bin(7, 402, 0, 30.1), new ScoreBins.Bin(99, 58, 0, 57.75)))));
        return new JudgedOutcome(
                plain.sha256(),
                new AuditOutcome(
                        outcome.head(),
                        outcome.groups(),
                        outcome.measurements(),
                        scores,
                        outcome.answers(),
                        outcome.distributions(),
                        outcome.exploration(),
                        new OutcomeDetails(Optional.empty(), Optional.of(QUOTED), Optional.empty(), List.of())),
                Plans.judge(new AuditPolicies().get("public-benefits-1.0"), Plans.byAge(), outcome.groups()));
    }

    @Test
    void aRepetitionIsARunOfItsOwnWithTheSamePlan() {
        UUID again = replay("token");
        AuditRun original = world.run(run);
        AuditRun repeated = world.run(again);
        assertNotEquals(run, again);
        assertEquals(original.plan(), repeated.plan());
        assertEquals(original.planDigest(), repeated.planDigest());
        assertNotEquals(original.number(), repeated.number());
        assertEquals(RunStatus.QUEUED, repeated.status());
        assertEquals(original.subject().modelName(), repeated.subject().modelName());
        Replays.Repeated found = world.in(em -> world.replays(em).of(again)).orElseThrow();
        assertEquals(run, found.original().id());
        assertFalse(found.isEqual());
        assertEquals(
                List.of(again),
                world.in(em -> world.replays(em).repeating(run)).stream()
                        .map(each -> each.run().id())
                        .toList());
        assertEquals(Optional.empty(), world.in(em -> world.replays(em).of(run)));
    }

    @Test
    void aFormSentTwiceIsOneRepetition() {
        String token = UUID.randomUUID().toString();
        UUID once = replay(token);
        assertEquals(once, replay(token));
        assertNotEquals(once, replay(UUID.randomUUID().toString()));
        refused(Refusal.Kind.NOT_FOUND, em -> world.replaying(em, AuditWorld.AMARA, true)
                .replay(run, "x".repeat(65)));
    }

    @Test
    void onlyWithAMandateAndOnlyWhatIsComplete() {
        refused(Refusal.Kind.NOT_FOUND, em -> world.replaying(em, AuditWorld.AMARA, false)
                .replay(run, "a"));
        refused(Refusal.Kind.NOT_FOUND, em -> world.replaying(em, AuditWorld.AMARA, true)
                .replay(UUID.randomUUID(), "b"));
        refused(Refusal.Kind.INVALID, em -> world.replaying(em, AuditWorld.JONAS, true)
                .replay(run, "c"));
        UUID queued = world.queue(world.office);
        refused(Refusal.Kind.CONFLICT, em -> world.replaying(em, AuditWorld.AMARA, true)
                .replay(queued, "d"));
    }

    @Test
    void whatAComparisonFoundIsKeptOnce() {
        UUID again = replay(UUID.randomUUID().toString());
        OutcomeComparison.Difference tampered = new OutcomeComparison.Difference("accuracy, all rows", "0.7", "0.8");
        world.in(em -> {
            world.replays(em).record(again, Optional.of(new OutcomeComparison(41, 2, 1, List.of(tampered))));
            return again;
        });
        world.in(em -> {
            world.replays(em).record(again, Optional.empty());
            return again;
        });
        Replays.Repeated found = world.in(em -> world.replays(em).of(again)).orElseThrow();
        assertTrue(found.replay().isIntact());
        assertEquals(41, found.replay().equal());
        assertEquals(2, found.replay().near());
        assertEquals(1, found.replay().differing());
        assertEquals(List.of(tampered), found.differences());
        assertFalse(found.isEqual());
    }

    @Test
    void aFileThatChangedSaysSo() {
        UUID again = replay(UUID.randomUUID().toString());
        world.in(em -> {
            world.replays(em).record(again, Optional.empty());
            return again;
        });
        Replays.Repeated found = world.in(em -> world.replays(em).of(again)).orElseThrow();
        assertTrue(found.replay().comparedAt().isPresent());
        assertFalse(found.replay().isIntact() || found.isEqual());
    }

    /** Of five measurements two belong to everybody or to no group, three to ages: a page about ages needs all, one about sex two. */
    @Test
    void aPartOfTheResultsIsReadAlone() {
        List<List<String>> sets = List.of(List.of("sex"), List.of("age"));
        List<Measurement> all = Outcomes.measurements();
        assertEquals(
                List.of(0, 1, 1, 1, 1),
                world
                        .in(em -> ((List<?>) em.createNativeQuery(
                                        "select feature_set from audit_metric_result where run_id = ? order by feature_set")
                                .setParameter(1, run)
                                .getResultList()))
                        .stream()
                        .map(number -> ((Number) number).intValue())
                        .toList());
        assertEquals(all, part(1, List.of(List.of("sex"), List.of("age"))));
        assertEquals(List.of(all.get(2)), part(0, sets));
        assertEquals(2, scores(0));
        assertEquals(Outcomes.exploration(), exploration(0));
        assertEquals(List.of(), exploration(1).tests());
    }

    private List<Measurement> part(int place, List<List<String>> sets) {
        world.in(em -> em.createNativeQuery("update audit_metric_result set feature_set = null where run_id = ?")
                .setParameter(1, run)
                .executeUpdate());
        return world.in(em -> {
            try {
                return new ResultReader(em.unwrap(Connection.class), run).measurements(place, sets);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The tests were written under the only feature of the plan; read under that and under another one. */
    private Exploration exploration(int place) {
        return world.in(em -> {
            try {
                ResultReader reader = new ResultReader(em.unwrap(Connection.class), run);
                return new Exploration(reader.tests(place), reader.slices());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void whatIsQuotedIsKeptAsItIs() {
        QuotedAnswers kept = world.in(em -> {
            try {
                return new ResultReader(em.unwrap(Connection.class), run).answers();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(QUOTED, kept);
    }

    private int scores(int place) {
        return world.in(em -> {
            try {
                List<GroupScores> found = new ResultReader(em.unwrap(Connection.class), run).scores(place);
                assertEquals(scored().outcome().scores(), found);
                return found.size();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private UUID replay(String token) {
        return world.in(em -> world.replaying(em, AuditWorld.AMARA, true).replay(run, token));
    }

    private void refused(Refusal.Kind kind, Consumer<EntityManager> work) {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> world.in(em -> {
                    work.accept(em);
                    return kind;
                }));
        assertEquals(kind, refusal.kind());
    }
}
