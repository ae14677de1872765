package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.background.BackgroundTasks;
import org.aimass.database.Duplicate;
import org.aimass.organization.entity.Organization;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Writes models and versions down: each in one transaction with its activity record and the task that follows. */
@ApplicationScoped
@Transactional
@Allowed(Role.SUBMITTER)
public class ModelEntries {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    BackgroundTasks tasks;

    @Inject
    Clock clock;

    /** Whether the asker has already made this submission. */
    public boolean isMine(UUID submission) {
        ModelVersion found = em.find(ModelVersion.class, submission);
        return found != null && found.submitter().equals(user.requirePerson());
    }

    /** @throws Refusal NOT_FOUND unless the asker submits for the model's organization */
    public void demandMaySubmit(UUID modelId) {
        user.demand(Role.SUBMITTER, model(modelId).organizationId());
    }

    /** @throws Refusal CONFLICT at {@code name} */
    public void demandNameIsFree(UUID organizationId, String name) {
        demandNone(
                em.createQuery(
                                "select count(m) from RegisteredModel m where m.organization.id = :owner and m.name = :name",
                                Long.class)
                        .setParameter("owner", organizationId)
                        .setParameter("name", name)
                        .getSingleResult(),
                "name");
    }

    /** @throws Refusal CONFLICT at {@code label} */
    public void demandLabelIsFree(UUID modelId, String label) {
        demandNone(
                em.createQuery(
                                "select count(v) from ModelVersion v where v.model.id = :model and v.label = :label",
                                Long.class)
                        .setParameter("model", modelId)
                        .setParameter("label", label)
                        .getSingleResult(),
                "label");
    }

    /** Both a new model and its first version. */
    public void addModel(
            UUID submission,
            UUID organizationId,
            ModelFacts facts,
            VersionFacts version,
            Optional<ModelVersion.ModelFile> file) {
        Organization organization = em.find(Organization.class, organizationId);
        RegisteredModel model = new RegisteredModel(organization, facts, clock.instant());
        em.persist(model);
        flush("name");
        add(new ModelVersion(
                submission,
                model,
                1,
                version,
                file.orElse(null),
                user.requirePerson(),
                user.displayName(),
                clock.instant()));
    }

    /** The next version of a model. */
    public void addVersion(UUID submission, UUID modelId, VersionFacts version, Optional<ModelVersion.ModelFile> file) {
        int last = em.createQuery("select max(v.number) from ModelVersion v where v.model.id = :model", Integer.class)
                .setParameter("model", modelId)
                .getSingleResult();
        add(new ModelVersion(
                submission,
                model(modelId),
                last + 1,
                version,
                file.orElse(null),
                user.requirePerson(),
                user.displayName(),
                clock.instant()));
    }

    private void add(ModelVersion version) {
        em.persist(version);
        flush("label");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", version.model().name());
        details.put("version", version.label());
        details.put("draft", version.isDraft());
        version.sha256().ifPresent(digest -> details.put("sha256", digest.hex()));
        version.feed()
                .companions()
                .forEach(file -> details.put(
                        file.kind().word() + "_sha256", file.sha256().hex()));
        activity.record(
                version.model().organizationId(),
                "model.registered",
                "model_version",
                version.id().toString(),
                details);
        if (!version.isClosed()) {
            tasks.schedule(
                    InspectModel.NAME, version.id().toString(), version.id().toString());
        }
    }

    /** What a model does; its versions' settings follow from it. */
    public ModelTask task(UUID modelId) {
        return model(modelId).task();
    }

    /** The file of this kind beside the newest version of a model; empty where it has none. */
    public Optional<Companion> lastCompanion(UUID modelId, CompanionKind kind) {
        return em.createQuery(
                        "select v from ModelVersion v where v.model.id = :model order by v.number desc",
                        ModelVersion.class)
                .setParameter("model", modelId)
                .setMaxResults(1)
                .getResultStream()
                .flatMap(version -> version.feed().companion(kind).stream())
                .findFirst();
    }

    private RegisteredModel model(UUID id) {
        RegisteredModel found = em.find(RegisteredModel.class, id);
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Finds out now, not at the commit, whether somebody else was faster. */
    private void flush(String field) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw Duplicate.isCauseOf(e) ? taken(field) : e;
        }
    }

    private static void demandNone(long count, String field) {
        if (count > 0) {
            throw taken(field);
        }
    }

    private static Refusal taken(String field) {
        Refusal refusal = "label".equals(field)
                ? Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.labelTaken")
                : Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.nameTaken");
        return refusal.at(field);
    }
}
