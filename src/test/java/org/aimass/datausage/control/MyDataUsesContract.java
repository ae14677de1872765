package org.aimass.datausage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.database.TestDatabase;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.datausage.entity.HumanInvolvement;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.processing.entity.ActivityDescription;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.SubjectPseudonym;
import org.aimass.security.SubjectPseudonyms;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person sees every use of their own data and of nobody else's, and that they looked; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
abstract class MyDataUsesContract {

    private static final Instant NOON = Instant.parse("2026-11-09T12:00:00.123456Z");

    private final TestDatabase database;
    private final ProcessingActivity rent;
    private final ProcessingActivity heating;
    private int people;

    MyDataUsesContract(TestDatabase database) {
        this.database = database;
        this.rent = database.get(em -> activity(em, "Rent"));
        this.heating = database.get(em -> activity(em, "Heating"));
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    private static ProcessingActivity activity(EntityManager em, String name) {
        Organization controller = new Organization(
                UUID.randomUUID(), name + UUID.randomUUID(), name, "部", OrganizationKind.DEPARTMENT, NOON);
        em.persist(controller);
        RegisteredModel registered = new RegisteredModel(
                controller,
                new RegisteredModel.ModelFacts(
                        name, name, ModelTask.BINARY_CLASSIFICATION, ModelDomain.PUBLIC_BENEFITS, "MIT"),
                NOON);
        em.persist(registered);
        ModelVersion model = new ModelVersion(
                UUID.randomUUID(), registered, 1, "1.0", null, new Person("i", "jonas"), "Jonas", NOON);
        em.persist(model);
        Bilingual text = new Bilingual(name + " “<b>”", "文");
        ProcessingActivity activity = ProcessingActivity.first(
                controller,
                model,
                new ActivityDescription(
                        text, text, text, text, text, text, Map.of("yes", text, "no", text), false, "help@example.org"),
                NOON);
        em.persist(activity);
        return activity;
    }

    private Person somebody() {
        return new Person("https://id.example", "person-" + ++people);
    }

    private void use(ProcessingActivity activity, Person person, Duration ago, HumanInvolvement involvement) {
        database.run(em -> {
            RecordDataUsage recording = new RecordDataUsage();
            recording.em = em;
            recording.clock = Clock.fixed(NOON, ZoneOffset.UTC);
            recording.pseudonyms = new Pseudonyms(rent, heating);
            recording.record(
                    em.find(ProcessingActivity.class, activity.id()), person, NOON.minus(ago), "yes", involvement);
        });
    }

    private MyDataUses.Look look(Person person, Optional<Instant> from) {
        return database.get(em -> {
            MyDataUses uses = new MyDataUses();
            uses.em = em;
            uses.clock = Clock.fixed(NOON, ZoneOffset.UTC);
            uses.pseudonyms = new Pseudonyms(rent, heating);
            uses.user = new CurrentUser() {
                @Override
                public Person requirePerson() {
                    return person;
                }
            };
            return uses.look(from);
        });
    }

    @Test
    void aPersonSeesTheUsesOfEveryControllerNewestFirstAfterTheLookItself() {
        Person lin = somebody();
        use(rent, lin, Duration.ofDays(40), HumanInvolvement.DECIDED);
        use(heating, lin, Duration.ofDays(9), HumanInvolvement.NONE);
        use(rent, somebody(), Duration.ofDays(1), HumanInvolvement.NONE);
        MyDataUses.Look look = look(lin, Optional.empty());

        assertEquals(3, look.entries().size());
        assertTrue(look.entries().get(0).use().isEmpty(), "the look itself comes first");
        assertEquals(NOON, look.entries().get(0).occurredAt());
        DataUsageRecord newest = look.entries().get(1).use().orElseThrow();
        assertEquals("Heating", newest.modelVersion().model().name());
        assertEquals("Heating “<b>”", newest.activity().purpose().en());
        assertEquals("文", newest.activity().outcome("yes").orElseThrow().zh());
        assertEquals(HumanInvolvement.NONE, newest.humanInvolvement());
        assertEquals(new MyDataUses.Summary(2, 2, 1), look.summary());
        assertEquals(Optional.empty(), look.older());
    }

    @Test
    void whoHasNoRecordsSeesTheirLookOnly() {
        MyDataUses.Look look = look(somebody(), Optional.empty());

        assertEquals(1, look.entries().size());
        assertEquals(new MyDataUses.Summary(0, 0, 0), look.summary());
    }

    @Test
    void everyLookIsRecorded() {
        Person lin = somebody();
        look(lin, Optional.empty());
        assertEquals(2, look(lin, Optional.empty()).entries().size());
    }

    /** T27: whoever is known but has no uses, and whoever nobody knows, see the same. */
    @Test
    void emptyAndUnknownLookTheSame() {
        Person known = somebody();
        use(rent, known, Duration.ofDays(800), HumanInvolvement.DECIDED);
        database.run(em -> em.createQuery("delete from DataUsageRecord r where r.occurredAt < :long")
                .setParameter("long", NOON.minus(Duration.ofDays(700)))
                .executeUpdate());
        MyDataUses.Look unknown = look(somebody(), Optional.empty());
        MyDataUses.Look empty = look(known, Optional.empty());
        assertEquals(unknown, empty);
    }

    /** The uses of a person are read by one index, in its order. */
    @Test
    void theUsesAreReadByTheirIndex() {
        Person lin = somebody();
        use(rent, lin, Duration.ofDays(1), HumanInvolvement.DECIDED);
        database.run(em -> {
            for (int i = 0; i < 2_000; i++) {
                em.persist(new DataUsageRecord(
                        new Pseudonyms(rent, heating).of(rent.controller().id(), new Person("i", "filler" + i)),
                        NOON.minusSeconds(i),
                        em.find(ProcessingActivity.class, rent.id()),
                        "yes",
                        HumanInvolvement.NONE));
            }
        });
        String plan = database.get(em -> {
            em.createNativeQuery("analyze").executeUpdate();
            return String.valueOf(em.createNativeQuery(
                            "explain select id from datausage_record where subject_key in"
                                    + " ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002')"
                                    + " and occurred_at <= current_timestamp order by occurred_at desc fetch first 21 rows only")
                    .getResultList());
        });
        assertTrue(plan.toLowerCase(Locale.ROOT).contains("datausage_record_subject"), plan);
    }

    @Test
    void theSummaryCountsTwelveMonths() {
        Person lin = somebody();
        use(rent, lin, Duration.ofDays(364), HumanInvolvement.REVIEWED);
        use(rent, lin, Duration.ofDays(366), HumanInvolvement.NONE);

        assertEquals(
                new MyDataUses.Summary(1, 1, 0), look(lin, Optional.empty()).summary());
    }

    @Test
    void pagesFollowEachOtherWithoutAGapWhateverIsAddedMeanwhile() {
        Person lin = somebody();
        for (int day = 1; day <= 45; day++) {
            use(rent, lin, Duration.ofDays(day), HumanInvolvement.DECIDED);
        }
        List<Instant> seen = new ArrayList<>();
        Optional<Instant> from = Optional.empty();
        int pages = 0;
        do {
            MyDataUses.Look look = look(lin, from);
            look.entries().stream()
                    .filter(record -> record.use().isPresent())
                    .forEach(record -> seen.add(record.occurredAt()));
            from = look.older();
            pages++;
        } while (from.isPresent());

        assertEquals(3, pages);
        assertEquals(45, seen.size());
        assertEquals(NOON.minus(Duration.ofDays(1)), seen.get(0));
        assertEquals(NOON.minus(Duration.ofDays(45)), seen.get(44));
    }

    /** Whoever looks again and again must not have to turn pages to find what was done with their data. */
    @Test
    void looksPushNoUseFromThePage() {
        Person lin = somebody();
        use(rent, lin, Duration.ofDays(3), HumanInvolvement.DECIDED);
        for (int i = 1; i <= 30; i++) {
            look(lin, Optional.empty());
        }
        MyDataUses.Look look = look(lin, Optional.empty());
        assertEquals(32, look.entries().size());
        assertEquals(NOON.minus(Duration.ofDays(3)), look.entries().get(31).occurredAt());
        assertEquals(Optional.empty(), look.older());
    }

    @Test
    void aUseInTheFutureOrWithAnUnknownOutcomeIsRefused() {
        Person lin = somebody();
        assertThrows(
                IllegalArgumentException.class, () -> use(rent, lin, Duration.ofSeconds(-1), HumanInvolvement.DECIDED));
        SubjectPseudonym subject = new Pseudonyms(rent, heating).of(UUID.randomUUID(), lin);
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataUsageRecord(subject, NOON, rent, "perhaps", HumanInvolvement.DECIDED));
    }

    /** Keys for the portal and for two controllers; their secret is the controller's id. */
    private static final class Pseudonyms extends SubjectPseudonyms {
        private final Set<UUID> controllers;

        Pseudonyms(ProcessingActivity one, ProcessingActivity other) {
            controllers = Set.of(
                    new UUID(0, 0), one.controller().id(), other.controller().id());
        }

        @Override
        public SubjectPseudonym of(UUID controllerOrganizationId, Person person) {
            String subject = controllerOrganizationId + "\n" + person.issuer() + "\n" + person.subject();
            return new SubjectPseudonym(
                    "0123456789abcdef",
                    Sha256Digest.of(subject.getBytes(StandardCharsets.UTF_8)).hex());
        }

        @Override
        public List<SubjectPseudonym> ofEveryController(Person person) {
            return controllers.stream()
                    .map(controller -> of(controller, person))
                    .toList();
        }
    }
}
