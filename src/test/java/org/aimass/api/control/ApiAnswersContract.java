package org.aimass.api.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aimass.api.control.ApiAnswers.Turn;
import org.aimass.database.TestDatabase;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** R14: a request sent again has one effect and one answer, however many twins it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
abstract class ApiAnswersContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sha256Digest ASKED = digest("POST models {}");
    private static final Sha256Digest OTHER = digest("POST models {\"name\":\"x\"}");

    private final TestDatabase database;
    private final String key = UUID.randomUUID().toString();

    ApiAnswersContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    private static Sha256Digest digest(String text) {
        return Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Act<T> {
        T of(ApiAnswers answers);
    }

    private <T> T at(Instant when, String subject, Act<T> act) {
        return database.get(em -> {
            ApiAnswers answers = new ApiAnswers();
            answers.em = em;
            answers.clock = Clock.fixed(when, ZoneOffset.UTC);
            answers.user = new CurrentUser() {
                @Override
                public Person requirePerson() {
                    return new Person("https://id.example", subject);
                }
            };
            return act.of(answers);
        });
    }

    private Turn claim(String mine, Sha256Digest asked, Instant when) {
        return at(when, "jonas", answers -> answers.claim(mine, asked));
    }

    private void keep(String mine, Instant when) {
        at(when, "jonas", answers -> {
            answers.keep(mine, 201, "http://127.0.0.1/api/v1/models/7", "{\"name\":\"模型\"}");
            return true;
        });
    }

    @Test
    void theFirstIsAnsweredAndItsRepetitionsGetTheSame() {
        String mine = key + "-1";
        assertEquals(new Turn.Mine(), claim(mine, ASKED, NOON));
        assertEquals(new Turn.Busy(), claim(mine, ASKED, NOON.plusSeconds(1)));
        keep(mine, NOON.plusSeconds(2));
        Turn same = new Turn.Answered(201, "http://127.0.0.1/api/v1/models/7", "{\"name\":\"模型\"}");
        assertEquals(same, claim(mine, ASKED, NOON.plusSeconds(3)));
        assertEquals(same, claim(mine, ASKED, NOON.plusSeconds(86_399)));
    }

    @Test
    void theKeyOfOneRequestIsNotTakenForAnother() {
        String mine = key + "-2";
        claim(mine, ASKED, NOON);
        assertEquals(new Turn.OtherRequest(), claim(mine, OTHER, NOON.plusSeconds(1)));
        keep(mine, NOON.plusSeconds(2));
        assertEquals(new Turn.OtherRequest(), claim(mine, OTHER, NOON.plusSeconds(3)));
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherOne() {
        String mine = key + "-3";
        claim(mine, ASKED, NOON);
        assertEquals(new Turn.Mine(), at(NOON, "amara", answers -> answers.claim(mine, OTHER)));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String mine = key + "-4";
        claim(mine, ASKED, NOON);
        at(NOON, "jonas", answers -> {
            answers.forget(mine);
            return true;
        });
        assertEquals(new Turn.Mine(), claim(mine, OTHER, NOON.plusSeconds(1)));
    }

    @Test
    void whatWasAnsweredIsNotForgotten() {
        String mine = key + "-5";
        claim(mine, ASKED, NOON);
        keep(mine, NOON);
        at(NOON, "jonas", answers -> {
            answers.forget(mine);
            return true;
        });
        assertEquals(
                Turn.Answered.class, claim(mine, ASKED, NOON.plusSeconds(1)).getClass());
    }

    @Test
    void aRequestThatWasCutOffIsTakenOverByOneOfItsTwins() {
        String mine = key + "-6";
        claim(mine, ASKED, NOON);
        assertEquals(new Turn.Busy(), claim(mine, ASKED, NOON.plusSeconds(119)));
        assertEquals(new Turn.Mine(), claim(mine, ASKED, NOON.plusSeconds(120)));
        assertEquals(new Turn.Busy(), claim(mine, ASKED, NOON.plusSeconds(121)));
    }

    @Test
    void afterADayTheKeyIsNew() {
        String mine = key + "-7";
        claim(mine, ASKED, NOON);
        keep(mine, NOON);
        assertEquals(new Turn.Mine(), claim(mine, OTHER, NOON.plusSeconds(86_400)));
    }

    @Test
    void theSweepTakesWhatIsOlderThanADayAndNothingElse() {
        String old = key + "-8";
        String young = key + "-9";
        claim(old, ASKED, NOON);
        keep(old, NOON);
        claim(young, ASKED, NOON.plusSeconds(3_600));
        keep(young, NOON.plusSeconds(3_600));
        at(NOON.plusSeconds(86_401), "jonas", answers -> {
            answers.sweep();
            return true;
        });
        assertEquals(new Turn.Mine(), claim(old, OTHER, NOON.plusSeconds(1)));
        assertEquals(
                Turn.Answered.class,
                claim(young, ASKED, NOON.plusSeconds(3_601)).getClass());
    }

    @Test
    void ofTwentyTwinsAtOnceOneIsTheFirst() throws Exception {
        String mine = key + "-10";
        ExecutorService twins = Executors.newFixedThreadPool(8);
        try {
            List<Future<Turn>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(twins.submit(() -> claim(mine, ASKED, NOON)));
            }
            List<Turn> turns = new ArrayList<>();
            for (Future<Turn> each : all) {
                turns.add(each.get());
            }
            assertEquals(1, Collections.frequency(turns, new Turn.Mine()));
            assertEquals(19, Collections.frequency(turns, new Turn.Busy()));
        } finally {
            twins.shutdownNow();
        }
    }
}
