package org.aimass.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aimass.database.TestDatabase;
import org.aimass.security.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** T23: the records of an organization form one chain, however many write at once, and a change to any of them shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ActivityContract {

    private static final Person JONAS = new Person("https://id.example", "jonas");

    private final TestDatabase database;

    ActivityContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    private UUID chain() {
        UUID organization = UUID.randomUUID();
        database.run(em -> new ActivityChain(em, organization).open());
        return organization;
    }

    private void append(UUID organization, String id) {
        database.run(em -> new ActivityChain(em, organization)
                .append(
                        Instant.now(),
                        JONAS,
                        "Jonas",
                        new ActivityRecord.Act("model.registered", "model_version", id, Map.of("b", 2, "a", "一")),
                        false));
    }

    @Test
    void manyWritersMakeOneChainWithoutAGap() throws Exception {
        UUID organization = chain();
        ExecutorService writers = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = Integer.toString(i);
                all.add(writers.submit(() -> append(organization, id)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
        database.run(em -> {
            ActivityChain chain = new ActivityChain(em, organization);
            assertEquals(60, chain.after(0, 100).size());
            assertTrue(chain.check().isWhole());
            assertEquals("{\"a\":\"一\",\"b\":2}", chain.after(0, 1).get(0).details());
        });
    }

    @Test
    void aChangedRecordIsNamed() {
        UUID organization = chain();
        append(organization, "1");
        append(organization, "2");
        append(organization, "3");
        tamper(
                "update activity_record set actor_subject = 'eve' where subject_id = '2' and organization_id = ?",
                organization);
        assertBrokenAt(organization, 2);
    }

    @Test
    void aRemovedRecordLeavesAGapThatIsNamed() {
        UUID organization = chain();
        append(organization, "1");
        append(organization, "2");
        append(organization, "3");
        tamper("delete from activity_record where subject_id = '2' and organization_id = ?", organization);
        assertBrokenAt(organization, 3);
    }

    private void tamper(String sql, UUID organization) {
        database.run(em -> assertEquals(
                1, em.createNativeQuery(sql).setParameter(1, organization).executeUpdate()));
    }

    private void assertBrokenAt(UUID organization, long sequence) {
        database.run(em -> assertEquals(
                sequence, new ActivityChain(em, organization).check().brokenAt()));
    }
}
