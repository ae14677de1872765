package org.aimass.audit.control;

import jakarta.persistence.EntityManager;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.Subject;
import org.aimass.database.TestDatabase;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.organization.control.Answerers;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.jspecify.annotations.Nullable;

/** A database with an audit office, a closed model and a dataset, and this room's use cases on it, without a server. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class AuditWorld implements Closeable {

    static final Person JONAS = new Person("https://id.example", "jonas");
    static final Person AMARA = new Person("https://id.example", "amara");
    static final Person TOMAS = new Person("https://id.example", "tomas");
    static final Person BERIT = new Person("https://id.example", "berit");
    static final UUID MEMBERSHIP = UUID.randomUUID();
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final UUID office;
    final UUID model = UUID.randomUUID();
    final UUID dataset = UUID.randomUUID();

    private final TestDatabase database;
    private int numbers;

    AuditWorld(TestDatabase database) {
        this.database = database;
        this.office = organization("office");
        database.run(em -> {
            Organization ministry = em.find(Organization.class, organization("ministry"));
            RegisteredModel registered = new RegisteredModel(
                    ministry,
                    new RegisteredModel.ModelFacts(
                            "Pre-check", "Rent", ModelTask.BINARY_CLASSIFICATION, ModelDomain.PUBLIC_BENEFITS, "MIT"),
                    NOON);
            em.persist(registered);
            em.persist(new ModelVersion(model, registered, 1, "1.0", null, JONAS, "Jonas", NOON));
            EvaluationDataset data = new EvaluationDataset(ministry, "Applications", "All", NOON);
            em.persist(data);
            DatasetVersion version = new DatasetVersion(
                    dataset, data, 1, new DatasetVersion.DatasetFile(Plans.DATASET, 3, "csv"), JONAS, "Jonas", NOON);
            em.persist(version);
            String profile = Profiles.applications();
            DatasetSchema schema = new DatasetSchema(Profiles.ROLES);
            version.profiled(profile);
            version.fix(schema);
        });
    }

    UUID organization(String slug) {
        return database.get(em -> {
            Organization organization = new Organization(
                    UUID.randomUUID(), slug + UUID.randomUUID(), slug, "部", OrganizationKind.AUDIT_BODY, NOON);
            em.persist(organization);
            em.createNativeQuery("insert into activity_chain (organization_id) values (?)")
                    .setParameter(1, organization.id())
                    .executeUpdate();
            return organization.id();
        });
    }

    /** Queues a run; each is a second younger than the one before. */
    UUID queue(UUID organization) {
        AuditPlan plan = Plans.byAge();
        String json = PlanJson.write(plan);
        int number = ++numbers;
        return database.get(em -> {
            AuditRun run = new AuditRun(
                    UUID.randomUUID(),
                    "test-" + number,
                    organization,
                    new Subject(
                            new Subject.Model(model, organization, "Pre-check", "1.0"),
                            new Subject.Dataset(dataset, "Applications", 1),
                            plan.policy()),
                    json,
                    StrictJson.digest(json),
                    new Author(AMARA, "Amara"),
                    NOON.plusSeconds(number));
            em.persist(run);
            return run.id();
        });
    }

    Optional<Claim> claim(Duration lease) {
        return in(em -> leases(em).claim("node", lease));
    }

    RunLeases.Renewal renew(Claim claim, @Nullable Progress progress) {
        return in(em -> leases(em).renew(claim, Duration.ofSeconds(60), progress));
    }

    AuditRun run(UUID id) {
        return in(em -> em.find(AuditRun.class, id));
    }

    <T> T in(Function<EntityManager, T> work) {
        return database.get(work);
    }

    boolean does(Predicate<EntityManager> work) {
        return database.get(work::test);
    }

    static RunLeases leases(EntityManager em) {
        RunLeases leases = new RunLeases();
        leases.em = em;
        leases.clock = Clock.systemUTC();
        leases.endings = new Heard<>();
        return leases;
    }

    static RecordOutcome recorder(EntityManager em) {
        RecordOutcome recorder = new RecordOutcome();
        recorder.em = em;
        recorder.clock = Clock.systemUTC();
        recorder.endings = new Heard<>();
        recorder.activity = new Quiet();
        recorder.numbers = numbers(em);
        return recorder;
    }

    static SteerAudit steering(EntityManager em) {
        SteerAudit steering = new SteerAudit();
        steering.em = em;
        steering.clock = Clock.systemUTC();
        steering.endings = new Heard<>();
        steering.activity = new Quiet();
        steering.user = new Amara();
        return steering;
    }

    static AuditRuns reading(EntityManager em, UUID organization) {
        AuditRuns reading = new AuditRuns();
        reading.em = em;
        reading.user = of(organization);
        return reading;
    }

    static ReviewedRuns reviewed(EntityManager em, UUID organization) {
        ReviewedRuns reviewed = new ReviewedRuns();
        reviewed.em = em;
        reviewed.user = of(organization);
        return reviewed;
    }

    private static Amara of(UUID organization) {
        return new Amara() {
            @Override
            public Set<UUID> organizationsWith(Role... roles) {
                return Set.of(organization);
            }
        };
    }

    static ReviewAudit reviewing(EntityManager em, Person person) {
        ReviewAudit reviewing = new ReviewAudit();
        reviewing.em = em;
        reviewing.clock = Clock.systemUTC();
        reviewing.judgements = new Heard<>();
        reviewing.activity = new Quiet();
        reviewing.user = new Amara() {
            @Override
            public Person requirePerson() {
                return person;
            }
        };
        return reviewing;
    }

    ReplayAudit replaying(EntityManager em, Person person, boolean mandate) {
        ReplayAudit replaying = new ReplayAudit();
        StartAudit starting = starting(em);
        replaying.em = em;
        replaying.clock = Clock.systemUTC();
        replaying.activity = new Quiet();
        replaying.numbers = numbers(em);
        replaying.models = starting.models;
        replaying.datasets = starting.datasets;
        replaying.organizations = new Organizations() {
            @Override
            public boolean mayAudit(UUID auditorOrganization, UUID ownerOrganization) {
                return mandate;
            }
        };
        replaying.user = new Amara() {
            @Override
            public Person requirePerson() {
                return person;
            }
        };
        return replaying;
    }

    Replays replays(EntityManager em) {
        Replays replays = new Replays();
        replays.em = em;
        replays.clock = Clock.systemUTC();
        replays.activity = new Quiet();
        replays.runs = reading(em, office);
        return replays;
    }

    static DecideAudit deciding(EntityManager em, Person person) {
        DecideAudit deciding = new DecideAudit();
        deciding.em = em;
        deciding.clock = Clock.systemUTC();
        deciding.activity = new Quiet();
        deciding.approvals = new Heard<>();
        deciding.rejections = new Heard<>();
        deciding.user = new Amara() {
            @Override
            public Person requirePerson() {
                return person;
            }
        };
        return deciding;
    }

    static FollowFinding following(EntityManager em) {
        return following(em, AMARA);
    }

    /** Following findings as an auditor of the office. */
    static FollowFinding following(EntityManager em, Person person) {
        FollowFinding following = new FollowFinding();
        following.em = em;
        following.clock = Clock.systemUTC();
        following.activity = new Quiet();
        following.user = new Amara() {
            @Override
            public Person requirePerson() {
                return person;
            }
        };
        following.assignments = new Heard<>();
        following.answerers = new Answerers() {
            @Override
            public List<Answerer> of(UUID organizationId) {
                return List.of(new Answerer(MEMBERSHIP, JONAS, "Jonas"));
            }
        };
        return following;
    }

    /** Jonas, who submits for this organization. */
    static AnswerFinding answering(EntityManager em, UUID organization) {
        AnswerFinding answering = new AnswerFinding();
        answering.em = em;
        answering.clock = Clock.systemUTC();
        answering.activity = new Quiet();
        answering.answers = new Heard<>();
        answering.user = new Member(null, organization);
        return answering;
    }

    static Findings findings(EntityManager em, @Nullable UUID auditing, @Nullable UUID answering) {
        Findings findings = new Findings();
        findings.em = em;
        findings.user = new Member(auditing, answering);
        return findings;
    }

    static FindingList findingList(EntityManager em, @Nullable UUID auditing, @Nullable UUID answering) {
        FindingList list = new FindingList();
        list.em = em;
        list.clock = Clock.systemUTC();
        list.user = new Member(auditing, answering);
        return list;
    }

    StartAudit starting(EntityManager em) {
        StartAudit starting = new StartAudit();
        starting.em = em;
        starting.clock = Clock.systemUTC();
        starting.activity = new Quiet();
        starting.user = new Amara();
        starting.policies = new AuditPolicies();
        starting.numbers = numbers(em);
        starting.models = new ModelVersions() {
            @Override
            public ModelVersion get(UUID id) {
                return em.find(ModelVersion.class, id);
            }
        };
        starting.datasets = new DatasetVersions() {
            @Override
            public DatasetVersion get(UUID id) {
                return em.find(DatasetVersion.class, id);
            }
        };
        starting.organizations = new Organizations() {
            @Override
            public List<Organization> mine() {
                return List.of(em.find(Organization.class, office));
            }

            @Override
            public boolean mayAudit(UUID auditorOrganization, UUID ownerOrganization) {
                return true;
            }
        };
        return starting;
    }

    private static Numbers numbers(EntityManager em) {
        Numbers numbers = new Numbers();
        numbers.em = em;
        numbers.clock = Clock.systemUTC();
        return numbers;
    }

    AuditChoice choice() {
        return new AuditChoice(
                model,
                dataset,
                "public-benefits-1.0",
                List.of("age", "sex"),
                List.of(List.of("age", "sex")),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    /** What an engine could have answered to {@link Plans#byAge}. */
    static JudgedOutcome judged() {
        List<GroupSummary> groups = List.of(
                Plans.group(Map.of(), new GroupCounts(708, 0, 764, 0)),
                Plans.missed("18 to 29", 402, 460),
                Plans.missed("30 to 44", 362, 1012));
        AuditOutcome outcome = new AuditOutcome(
                Outcomes.head(),
                groups,
                Outcomes.measurements(),
                List.of(),
                AuditOutcome.Answers.NONE,
                Optional.empty(),
                Outcomes.exploration(),
                OutcomeDetails.NONE);
        return new JudgedOutcome(
                Plans.MODEL,
                outcome,
                Plans.judge(new AuditPolicies().get("public-benefits-1.0"), Plans.byAge(), groups));
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    /** Somebody who audits for one organization and submits for another, or only one of the two. */
    private static final class Member extends Amara {
        private final @Nullable UUID auditing;
        private final @Nullable UUID answering;

        Member(@Nullable UUID auditing, @Nullable UUID answering) {
            this.auditing = auditing;
            this.answering = answering;
        }

        @Override
        public Person requirePerson() {
            return JONAS;
        }

        @Override
        public boolean has(Role role, UUID organizationId) {
            return organizationsWith(role).contains(organizationId);
        }

        @Override
        public Set<UUID> organizationsWith(Role... roles) {
            UUID held = Set.of(roles).contains(Role.AUDITOR) ? auditing : answering;
            return held == null ? Set.of() : Set.of(held);
        }
    }

    /** Somebody who audits for the office. */
    private static class Amara extends CurrentUser {
        @Override
        public Person requirePerson() {
            return AMARA;
        }

        @Override
        public String displayName() {
            return "Amara";
        }

        @Override
        public boolean has(Role role, UUID organizationId) {
            return true;
        }

        @Override
        public Set<UUID> organizationsWith(Role... roles) {
            return Set.of();
        }
    }

    /** The record of who did what has tests of its own. */
    private static final class Quiet extends ActivityLog {
        @Override
        public void record(UUID organization, String action, String type, String id, Map<String, ?> details) {}
    }

    /** The columns of the dataset: 1,472 applications. */
    static final class Profiles {

        static final Map<String, ColumnRole> ROLES = roles();

        private Profiles() {}

        private static Map<String, ColumnRole> roles() {
            Map<String, ColumnRole> roles = new LinkedHashMap<>();
            roles.put("person", ColumnRole.ID);
            roles.put("age", ColumnRole.SENSITIVE);
            roles.put("sex", ColumnRole.SENSITIVE);
            roles.put("income", ColumnRole.FEATURE);
            roles.put("rent", ColumnRole.FEATURE);
            roles.put("entitled", ColumnRole.LABEL);
            roles.put("answer", ColumnRole.PREDICTION);
            return roles;
        }

        static String applications() {
            return """
                    {"format": "csv", "bytes": 3, "sha256": "%s", "rows": 1472, "columns": [
                     {"name": "person", "type": "integer", "missing": 0, "distinct": 1472, "distinct_is_exact": true,
                      "minimum": 1, "maximum": 1472, "mean": 736.5, "values": [], "values_complete": false},
                     {"name": "age", "type": "text", "missing": 0, "distinct": 3, "distinct_is_exact": true,
                      "values": [{"value": "30 to 44", "rows": 1012}, {"value": "18 to 29", "rows": 454},
                                 {"value": "65 and over", "rows": 6}], "values_complete": true},
                     {"name": "sex", "type": "text", "missing": 0, "distinct": 2, "distinct_is_exact": true,
                      "values": [{"value": "Women", "rows": 736}, {"value": "Men", "rows": 736}], "values_complete": true},
                     {"name": "income", "type": "number", "missing": 0, "distinct": 1400, "distinct_is_exact": true,
                      "minimum": 0, "maximum": 9000, "mean": 2000, "values": [], "values_complete": false},
                     {"name": "rent", "type": "number", "missing": 0, "distinct": 1400, "distinct_is_exact": true,
                      "minimum": 0, "maximum": 3000, "mean": 800, "values": [], "values_complete": false},
                     {"name": "entitled", "type": "integer", "missing": 0, "distinct": 2, "distinct_is_exact": true,
                      "minimum": 0, "maximum": 1, "mean": 0.5,
                      "values": [{"value": "0", "rows": 736}, {"value": "1", "rows": 736}], "values_complete": true},
                     {"name": "answer", "type": "integer", "missing": 0, "distinct": 2, "distinct_is_exact": true,
                      "minimum": 0, "maximum": 1, "mean": 0.25,
                      "values": [{"value": "0", "rows": 1104}, {"value": "1", "rows": 368}], "values_complete": true}]}""".formatted(Plans.DATASET);
        }
    }
}
