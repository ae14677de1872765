package org.aimass.report.control;

import jakarta.persistence.EntityManager;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.DecideAudit;
import org.aimass.audit.control.ReviewedRuns;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.Signature;
import org.aimass.audit.entity.Subject;
import org.aimass.database.TestDatabase;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.Snapshots;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** A database with audits by Amara and this room's use cases on it, without a server. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class ReportWorld implements Closeable {

    static final Person AMARA = new Person("https://id.example", "amara");
    static final Person TOMAS = new Person("https://id.example", "tomas");
    static final Person VERA = new Person("https://id.example", "vera");
    static final Instant NOON = Instant.parse("2026-11-09T12:00:00Z");
    static final Instant LATER = Instant.parse("2026-12-01T09:30:00Z");

    final UUID office = UUID.randomUUID();
    final UUID model = UUID.randomUUID();

    private final UUID dataset = UUID.randomUUID();
    private final TestDatabase database;
    private final Set<UUID> approved = ConcurrentHashMap.newKeySet();
    private int audits;

    ReportWorld(TestDatabase database) {
        this.database = database;
        database.run(em -> {
            em.persist(new Organization(office, "office" + office, "Office", "署", OrganizationKind.AUDIT_BODY, NOON));
            Organization ministry = em.find(Organization.class, office);
            RegisteredModel registered = new RegisteredModel(
                    ministry,
                    new RegisteredModel.ModelFacts(
                            "Pre-check", "Rent", ModelTask.BINARY_CLASSIFICATION, ModelDomain.PUBLIC_BENEFITS, "MIT"),
                    NOON);
            em.persist(registered);
            em.persist(new ModelVersion(model, registered, 1, "1.0", null, AMARA, "Amara", NOON));
            EvaluationDataset data = new EvaluationDataset(ministry, "Applications", "All", NOON);
            em.persist(data);
            Sha256Digest digest = Sha256Digest.of(new byte[] {1});
            em.persist(new DatasetVersion(
                    dataset, data, 1, new DatasetVersion.DatasetFile(digest, 3, "csv"), AMARA, "Amara", NOON));
        });
    }

    /** An audit that Amara started. */
    UUID audit() {
        Sha256Digest digest = Sha256Digest.of(new byte[] {2});
        AuditRun run = new AuditRun(
                UUID.randomUUID(),
                "test-" + ++audits,
                office,
                new Subject(
                        new Subject.Model(model, office, "Pre-check", "1.0"),
                        new Subject.Dataset(dataset, "Applications", 1),
                        new AuditPlan.Policy("public-benefits", "1.0", digest)),
                "{}",
                digest,
                new Author(AMARA, "Amara"),
                NOON);
        database.run(em -> em.persist(run));
        return run.id();
    }

    /** An audit that Amara started and somebody approved. */
    UUID approvedAudit() {
        UUID run = audit();
        approved.add(run);
        return run;
    }

    /** Somebody signs the judgement of an audit that Amara started. */
    void judge(UUID run, Person judge) {
        database.run(em -> {
            Review review = new Review(run, AMARA);
            review.judge("Seen.", new Signature(judge, judge.subject(), NOON));
            em.persist(review);
        });
    }

    <T> T in(Function<EntityManager, T> work) {
        return database.get(work);
    }

    /** Publishing as somebody; what an audit found is taken from {@link Snapshots}. */
    static PublishReport publishing(EntityManager em, Person who) {
        return publishing(em, who, new Fired<>());
    }

    static PublishReport publishing(EntityManager em, Person who, Fired<ReportPublished> fired) {
        PublishReport publishing = new PublishReport();
        publishing.published = fired;
        publishing.em = em;
        publishing.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        publishing.user = new Approver(who, UUID.randomUUID());
        publishing.runs = new Runs(em);
        publishing.activity = new Quiet();
        publishing.decisions = new DecideAudit() {
            @Override
            public void demandApproved(UUID runId) {}
        };
        publishing.drafts = drafts(em, publishing.user);
        return publishing;
    }

    static TransparencyReports reports(EntityManager em) {
        TransparencyReports reports = new TransparencyReports();
        reports.em = em;
        return reports;
    }

    static PublicRegister register(EntityManager em) {
        PublicRegister register = new PublicRegister();
        register.em = em;
        return register;
    }

    /** Writing as somebody of the office. */
    WriteReport writing(EntityManager em, Person who) {
        return writing(em, who, new Fired<>());
    }

    WriteReport writing(EntityManager em, Person who, Fired<ReportChangeWritten> written) {
        WriteReport writing = new WriteReport();
        writing.written = written;
        writing.em = em;
        writing.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        writing.user = new Approver(who, office);
        writing.runs = new Runs(em);
        writing.activity = new Quiet();
        writing.drafts = drafts(em, writing.user);
        writing.changes = changes(em, writing.user);
        return writing;
    }

    /** Publishing changes as somebody of the office. */
    ChangeReport changing(
            EntityManager em, Person who, Fired<ReportCorrected> corrected, Fired<ReportWithdrawn> withdrawn) {
        ChangeReport changing = new ChangeReport();
        changing.em = em;
        changing.clock = Clock.fixed(LATER, ZoneOffset.UTC);
        changing.user = new Approver(who, office);
        changing.runs = new Runs(em);
        changing.activity = new Quiet();
        changing.drafts = drafts(em, changing.user);
        changing.changes = changes(em, changing.user);
        changing.corrected = corrected;
        changing.withdrawn = withdrawn;
        return changing;
    }

    LapseReports lapsing(EntityManager em, Instant now) {
        LapseReports lapsing = new LapseReports();
        lapsing.em = em;
        lapsing.clock = Clock.fixed(now, ZoneOffset.UTC);
        lapsing.activity = new Quiet();
        return lapsing;
    }

    ReportChanges changes(EntityManager em, CurrentUser user) {
        ReportChanges changes = new ReportChanges();
        changes.em = em;
        changes.user = user;
        changes.drafts = drafts(em, user);
        changes.reviewed = new ReviewedRuns() {
            @Override
            public List<AuditRun> approved(UUID organizationId, Collection<UUID> modelVersionIds, int most) {
                return approved.stream().map(id -> em.find(AuditRun.class, id)).toList();
            }
        };
        changes.models = new ModelVersions() {
            @Override
            public ModelVersion get(UUID id) {
                return em.find(ModelVersion.class, id);
            }

            @Override
            public List<ModelVersion> of(UUID modelId) {
                return List.of();
            }
        };
        return changes;
    }

    /** As somebody of another audit body sees them. */
    ReportChanges foreign(EntityManager em) {
        return changes(em, new Approver(AMARA, UUID.randomUUID()));
    }

    private static ReportDrafts drafts(EntityManager em, CurrentUser user) {
        ReportDrafts drafts = new Drafts(em);
        drafts.em = em;
        drafts.runs = new Runs(em);
        drafts.user = user;
        return drafts;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    private static final class Drafts extends ReportDrafts {
        private final EntityManager manager;

        Drafts(EntityManager manager) {
            this.manager = manager;
        }

        @Override
        public ReportSnapshot draft(UUID runId, Explanation explanation, String judgementInChinese) {
            AuditRun run = manager.find(AuditRun.class, runId);
            return Snapshots.draft(explanation, runId.toString(), run.number());
        }

        @Override
        Set<Person> concerned(AuditRun run) {
            return Set.of(run.author().person());
        }

        @Override
        ModelVersion model(AuditRun run) {
            return manager.find(ModelVersion.class, run.subject().modelVersionId());
        }
    }

    private static final class Runs extends AuditRuns {
        private final EntityManager manager;

        Runs(EntityManager manager) {
            this.manager = manager;
        }

        @Override
        public AuditRun get(UUID id) {
            return manager.find(AuditRun.class, id);
        }
    }

    /** Approves for the office. */
    private static final class Approver extends CurrentUser {
        private final Person who;
        private final UUID organization;

        Approver(Person who, UUID organization) {
            this.who = who;
            this.organization = organization;
        }

        @Override
        public Person requirePerson() {
            return who;
        }

        @Override
        public String displayName() {
            return who.subject();
        }

        @Override
        public void demand(Role role, UUID organizationId) {
            if (role != Role.APPROVER) {
                throw Refusal.notFound();
            }
        }

        @Override
        public boolean has(Role role, UUID organizationId) {
            return role == Role.APPROVER && organizationId.equals(organization);
        }

        @Override
        public Set<UUID> organizationsWith(Role... roles) {
            return Set.of(organization);
        }
    }

    /** The record of who did what has tests of its own. */
    private static final class Quiet extends ActivityLog {
        @Override
        public void record(UUID organization, String action, String type, String id, Map<String, ?> details) {}
    }
}
