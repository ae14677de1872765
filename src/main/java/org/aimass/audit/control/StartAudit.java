package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.Detectable;
import org.aimass.audit.entity.RunEvent;
import org.aimass.audit.entity.Subject;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** Starts audits: first says what fits and what it could show, then freezes the plan and queues the run. */
@ApplicationScoped
@Transactional
@Allowed(Role.AUDITOR)
public class StartAudit {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ModelVersions models;

    @Inject
    DatasetVersions datasets;

    @Inject
    Organizations organizations;

    @Inject
    AuditPolicies policies;

    @Inject
    Numbers numbers;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /**
     * Whether the two fit each other and this auditor.
     *
     * @throws Refusal NOT_FOUND when either is missing, or the auditor has no mandate for both
     */
    public AuditFit fit(UUID modelVersion, UUID datasetVersion) {
        ModelVersion model = models.get(modelVersion);
        DatasetVersion dataset = datasets.get(datasetVersion);
        auditorFor(model, dataset);
        return AuditFit.of(model, dataset, user.requirePerson());
    }

    /** Everything that stands against the choice, each at its field. */
    public List<Refusal> problems(AuditChoice choice) {
        return draft(choice).problems();
    }

    /** What the choice's comparisons could show; empty while there are problems. */
    public List<Detectable> forecast(AuditChoice choice) {
        return Forecast.of(draft(choice));
    }

    /**
     * Freezes the plan and queues the run, together with the record of who did so.
     *
     * @param token of the form; the same form sent again starts nothing, and answers as the first time
     * @return the run's id
     * @throws Refusal INVALID, the first problem
     */
    public UUID start(AuditChoice choice, String token) {
        PlanDraft draft = draft(choice);
        AuditPlan plan = draft.freeze();
        Organization auditor = auditorFor(draft.fit().model(), draft.fit().dataset());
        UUID intended = UUID.randomUUID();
        StartToken once = new StartToken(em, token, user.requirePerson());
        if (!once.isFirst(intended)) {
            return once.startedBefore();
        }
        String json = PlanJson.write(plan);
        Sha256Digest digest = StrictJson.digest(json);
        AuditRun run = new AuditRun(
                intended,
                numbers.run(),
                auditor.id(),
                subject(draft.fit(), plan.policy()),
                json,
                digest,
                new Author(user.requirePerson(), user.displayName()),
                clock.instant());
        em.persist(run);
        em.persist(new RunEvent(run.id(), 0, RunEvent.Kind.QUEUED, user.displayName(), clock.instant()));
        activity.record(
                auditor.id(),
                "audit.started",
                "audit_run",
                run.id().toString(),
                Map.of("number", run.number(), "plan_sha256", digest.hex()));
        return run.id();
    }

    private PlanDraft draft(AuditChoice choice) {
        return new PlanDraft(
                fit(choice.modelVersion(), choice.datasetVersion()),
                choice,
                policies.get(choice.policy()),
                new MeasuringModels(
                        choice.measuring().evaluator().map(this::measuring),
                        choice.measuring().speaker().map(this::measuring),
                        choice.measuring().sentiment().map(this::measuring)));
    }

    /** What the auditor chose to measure with: of those alone that the auditor may audit. */
    private ModelVersion measuring(UUID id) {
        return models.auditable().stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** What may measure what this model makes; nothing where nothing has to. */
    public List<ModelVersion> evaluators(AuditFit fit) {
        return fit.evaluation()
                .map(evaluation ->
                        models.auditable().stream().filter(evaluation::takes).toList())
                .orElse(List.of());
    }

    /** What may compare the voice of this model with a person's; nothing where there is none to compare it with. */
    public List<ModelVersion> speakers(AuditFit fit) {
        return fit.comparesVoices()
                ? models.auditable().stream().filter(ComparedVoices::takes).toList()
                : List.of();
    }

    /** What may tell the sentiment of answers to prompts; nothing where there are none. */
    public List<ModelVersion> sentiments(AuditFit fit) {
        return fit.answersPrompts()
                ? models.auditable().stream()
                        .filter(version -> new TextJudge(version).tellsSentiment())
                        .toList()
                : List.of();
    }

    /** The organization in whose name the auditor audits: the first, by name, that may audit both. */
    private Organization auditorFor(ModelVersion model, DatasetVersion dataset) {
        return organizations.mine().stream()
                .filter(own -> user.has(Role.AUDITOR, own.id()))
                .filter(own -> organizations.mayAudit(own.id(), model.model().organizationId())
                        && organizations.mayAudit(own.id(), dataset.dataset().organizationId()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Subject subject(AuditFit fit, AuditPlan.Policy policy) {
        return new Subject(
                new Subject.Model(
                        fit.model().id(),
                        fit.model().model().organizationId(),
                        fit.model().model().name(),
                        fit.model().label()),
                new Subject.Dataset(
                        fit.dataset().id(),
                        fit.dataset().dataset().name(),
                        fit.dataset().number()),
                policy);
    }
}
