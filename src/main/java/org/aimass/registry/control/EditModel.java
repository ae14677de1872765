package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.background.BackgroundTasks;
import org.aimass.dataset.entity.Sheet;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.aimass.registry.entity.Withdrawal;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Changes a draft, registers it, withdraws a version. A draft's card may be changed; what is said of the model itself may be
 * as long as no version of it was ever registered. What is registered stays as it is: a change is a new version.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.SUBMITTER)
public class EditModel {

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

    /** Whether what is said of the model itself may still be changed: all its versions are drafts. */
    public boolean mayDescribe(UUID modelId) {
        return em.createQuery(
                                "select count(v) from ModelVersion v where v.model.id = :model and v.draft = false",
                                Long.class)
                        .setParameter("model", modelId)
                        .getSingleResult()
                == 0;
    }

    /**
     * Says anew what a draft is.
     *
     * @param facts about the model itself; empty to leave them
     * @param settings how its model is fed; of no use for a closed one
     * @throws Refusal INVALID at the field that is wrong; CONFLICT when it is no draft, the model has registered versions, or
     *     its name is taken; NOT_FOUND when the asker does not submit for its organization
     */
    public void describe(UUID versionId, Optional<ModelFacts> facts, ModelSettings settings, Sheet<CardSection> card) {
        ModelVersion version = own(versionId);
        version.describe(Checked.card(card));
        facts.ifPresent(given -> describe(version.model(), Checked.facts(given)));
        if (!version.isClosed()) {
            Checked.demandNone(version.settingsProblems(version.model().task(), settings));
            if (version.feed(settings)) {
                tasks.schedule(InspectModel.NAME, versionId + "/" + UUID.randomUUID(), versionId.toString());
            }
        }
        record(
                version,
                "model.edited",
                Map.of("card_sections", version.card().sections().size()));
    }

    /** What stands against feeding a draft's model so, each at its field; nothing of a closed one. */
    public List<Refusal> problems(UUID versionId, ModelTask task, ModelSettings settings) {
        ModelVersion version = own(versionId);
        return version.isClosed() ? List.of() : version.settingsProblems(task, settings);
    }

    private void describe(RegisteredModel model, ModelFacts facts) {
        if (!mayDescribe(model.id())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.noDraft");
        }
        long others = em.createQuery(
                        "select count(m) from RegisteredModel m where m.organization.id = :owner and m.name = :name"
                                + " and m.id <> :id",
                        Long.class)
                .setParameter("owner", model.organizationId())
                .setParameter("name", facts.name())
                .setParameter("id", model.id())
                .getSingleResult();
        if (others > 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.nameTaken")
                    .at("name");
        }
        model.describe(facts);
    }

    /** Makes a draft final: from now on it can be audited, and not be changed. */
    public void register(UUID versionId) {
        ModelVersion version = own(versionId);
        version.register();
        record(version, "model.draft.registered", Map.of());
    }

    /**
     * Takes a version out of use. It can never be audited again; its audits and reports stay and say so.
     *
     * @param reason shown to everybody who sees the version
     * @throws Refusal INVALID at {@code reason}; CONFLICT when it is being inspected, refused, or withdrawn already
     */
    public void withdraw(UUID versionId, String reason) {
        String checked = Checked.reason(reason);
        ModelVersion version = own(versionId);
        version.withdraw(new Withdrawal(checked, user.displayName(), clock.instant()));
        record(version, "model.withdrawn", Map.of("reason", checked));
    }

    private ModelVersion own(UUID id) {
        ModelVersion version = em.find(ModelVersion.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw Refusal.notFound();
        }
        user.demand(Role.SUBMITTER, version.model().organizationId());
        return version;
    }

    private void record(ModelVersion version, String action, Map<String, ?> details) {
        activity.record(
                version.model().organizationId(),
                action,
                "model_version",
                version.id().toString(),
                details);
    }
}
