package org.aimass.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.dataset.entity.Sheet;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.organization.entity.Member;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelFeed;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every entity of the first rooms is written and read back as it was; runs on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PersistenceContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Person JONAS = new Person("https://id.example", "jonas");
    private static final Sha256Digest DIGEST = Sha256Digest.of(new byte[] {1, 2, 3});

    private final TestDatabase database;

    PersistenceContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    private static Organization organization(EntityManager em, String slug) {
        Organization organization =
                new Organization(UUID.randomUUID(), slug, slug, "部", OrganizationKind.DEPARTMENT, NOON);
        em.persist(organization);
        return organization;
    }

    @Test
    void aSecondMigrationFindsNothingToDo() {
        assertEquals(0, Schema.migrate(database.dataSource()));
    }

    @Test
    void idsAndTimesComeBackAsTheyWere() {
        UUID id = database.get(em -> organization(em, "round-trip").id());
        database.run(em -> {
            Organization found = em.find(Organization.class, id);
            assertEquals(id, found.id());
            assertEquals(NOON, found.createdAt());
            assertEquals(
                    List.of(id),
                    em.createQuery("select o.id from Organization o where o.id in :ids", UUID.class)
                            .setParameter("ids", List.of(id, UUID.randomUUID()))
                            .getResultList());
        });
    }

    @Test
    void membersAndMandatesAreFoundByIds() {
        UUID[] ids = new UUID[2];
        database.run(em -> {
            Organization ministry = organization(em, "ministry");
            Organization auditors = organization(em, "auditors");
            ids[0] = ministry.id();
            ids[1] = auditors.id();
            em.persist(new Member(ministry, JONAS, Role.SUBMITTER, "Jonas", NOON));
            em.persist(new AuditMandate(ministry, auditors, NOON));
        });
        database.run(em -> {
            assertEquals(
                    ids[0],
                    em.createQuery("select m.organization.id from AuditMandate m where m.auditor.id = :a", UUID.class)
                            .setParameter("a", ids[1])
                            .getSingleResult());
            Member member = em.createQuery("select m from Member m where m.subject = 'jonas'", Member.class)
                    .getSingleResult();
            assertEquals(Role.SUBMITTER, member.organizationRole().role());
            assertEquals(ids[0], member.organizationRole().organizationId());
        });
    }

    @Test
    void aDatasetVersionLivesThroughItsStates() {
        UUID id = UUID.randomUUID();
        database.run(em -> {
            EvaluationDataset dataset = new EvaluationDataset(organization(em, "data"), "Applications", "All", NOON);
            em.persist(dataset);
            em.persist(new DatasetVersion(
                    id, dataset, 1, new DatasetVersion.DatasetFile(DIGEST, 3, "csv"), JONAS, "Jonas", NOON));
        });
        String json = "{\"format\":\"csv\",\"bytes\":3,\"sha256\":\"" + DIGEST
                + "\",\"rows\":7,\"columns\":[{\"name\":\"性别\","
                + "\"type\":\"text\",\"missing\":1,\"distinct\":2,\"distinct_is_exact\":true,\"values\":"
                + "[{\"value\":\"Women\",\"rows\":4},{\"value\":\"Men\",\"rows\":2}],\"values_complete\":true}]}";
        DatasetSchema schema = new DatasetSchema(Map.of("性别", ColumnRole.SENSITIVE));
        database.run(em -> em.find(DatasetVersion.class, id).profiled(json));
        database.run(em -> {
            DatasetVersion version = em.find(DatasetVersion.class, id);
            assertEquals(DatasetStatus.PROFILED, version.status());
            assertEquals(7, version.rows());
            assertEquals(4, version.profile().columns().get(0).values().get(0).rows());
            assertEquals(List.of("性别"), version.schema().columns(ColumnRole.SENSITIVE));
            assertEquals(2, version.fix(schema).size(), "neither a label nor an answer");
        });
        assertEquals(DatasetStatus.PROFILED, database.get(em -> em.find(DatasetVersion.class, id)
                .status()));
    }

    @Test
    void aModelVersionKnowsWhetherItIsClosed() {
        UUID[] ids = {UUID.randomUUID(), UUID.randomUUID()};
        database.run(em -> {
            RegisteredModel model = new RegisteredModel(
                    organization(em, "models"),
                    new RegisteredModel.ModelFacts(
                            "Pre-check", "Rent", ModelTask.BINARY_CLASSIFICATION, ModelDomain.PUBLIC_BENEFITS, "MIT"),
                    NOON);
            em.persist(model);
            ModelVersion.ModelFile file = new ModelVersion.ModelFile(DIGEST, 3);
            em.persist(new ModelVersion(ids[0], model, 1, "1.0", file, JONAS, "Jonas", NOON));
            em.persist(new ModelVersion(ids[1], model, 2, "2.0", null, JONAS, "Jonas", NOON));
        });
        database.run(em -> {
            ModelVersion open = em.find(ModelVersion.class, ids[0]);
            ModelVersion closed = em.find(ModelVersion.class, ids[1]);
            assertEquals(ModelStatus.INSPECTING, open.status());
            assertEquals(DIGEST, open.sha256().orElseThrow());
            assertFalse(open.isClosed());
            assertEquals(ModelStatus.READY, closed.status());
            assertTrue(closed.isClosed());
            assertTrue(closed.signature().isEmpty());
        });
    }

    @Test
    void aModelVersionKeepsHowItIsFedAndWhatLiesBesideItsFile() {
        UUID id = UUID.randomUUID();
        ModelSettings settings = new ModelSettings(
                Optional.empty(),
                Optional.of(new ModelSettings.Audio(8_000, true, Optional.of("空"), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        database.run(em -> {
            RegisteredModel model = new RegisteredModel(
                    organization(em, "recognizers"),
                    new RegisteredModel.ModelFacts(
                            "Ears", "Hear", ModelTask.SPEECH_RECOGNITION, ModelDomain.OTHER, "MIT"),
                    NOON);
            em.persist(model);
            Companion vocabulary = new Companion(CompanionKind.VOCABULARY, "词表.json", DIGEST, 40);
            em.persist(new ModelVersion(
                    id,
                    model,
                    1,
                    new ModelVersion.VersionFacts("1.0", new Sheet<CardSection>(Map.of()), true, settings),
                    new ModelVersion.ModelFile(DIGEST, 3, List.of(vocabulary)),
                    JONAS,
                    "Jonas",
                    NOON));
        });
        database.run(em -> {
            ModelFeed feed = em.find(ModelVersion.class, id).feed();
            assertEquals(settings, feed.settings());
            assertEquals(1, feed.companions().size());
            assertEquals(
                    "词表.json",
                    feed.companion(CompanionKind.VOCABULARY).orElseThrow().name());
            assertEquals(DIGEST, feed.companions().get(0).sha256());
            assertEquals(40, feed.companions().get(0).bytes());
            assertTrue(feed.companion(CompanionKind.TOKENIZER).isEmpty());
        });
    }
}
