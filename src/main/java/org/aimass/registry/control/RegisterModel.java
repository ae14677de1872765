package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Takes in a model, or a new version of one. A submission carries an id of its own, chosen when its form was opened: sent
 * twice, it is still one version. The file is on the disk before anything is written down; its inspection follows.
 */
@ApplicationScoped
@Allowed(Role.SUBMITTER)
public class RegisterModel {

    @Inject
    ModelEntries entries;

    @Inject
    KeepModelFiles files;

    @Inject
    CurrentUser user;

    /**
     * Registers a model with its first version.
     *
     * @param given its files
     * @return the version's id, which is the submission's
     * @throws Refusal INVALID at the field that is wrong; CONFLICT at {@code name} when the organization has a model of this
     *     name; NOT_FOUND when the asker does not submit for this organization
     */
    public UUID register(UUID submission, UUID organizationId, ModelFacts facts, VersionFacts version, GivenFiles given)
            throws IOException {
        user.demand(Role.SUBMITTER, organizationId);
        ModelFacts checked = Checked.facts(facts);
        VersionFacts checkedVersion = Checked.version(version, facts.task(), given);
        return once(submission, given, () -> {
            entries.demandNameIsFree(organizationId, checked.name());
            entries.addModel(
                    submission,
                    organizationId,
                    checked,
                    checkedVersion,
                    files.keep(given, facts.task(), Optional.empty()));
        });
    }

    /**
     * Adds a version to a model of an organization that the asker submits for. What its model needs beside its file and is not given is
     * that of the version before.
     *
     * @throws Refusal as {@link #register}; CONFLICT at {@code label} when the model has a version of this name
     */
    public UUID addVersion(UUID submission, UUID modelId, VersionFacts version, GivenFiles given) throws IOException {
        entries.demandMaySubmit(modelId);
        ModelTask task = entries.task(modelId);
        VersionFacts checked = Checked.version(version, task, given);
        return once(submission, given, () -> {
            entries.demandLabelIsFree(modelId, checked.label());
            entries.addVersion(submission, modelId, checked, files.keep(given, task, Optional.of(modelId)));
        });
    }

    /** When the same submission is faster on another thread, even between two steps of this one, its effect is the effect of both. */
    private UUID once(UUID submission, GivenFiles given, Entry entry) throws IOException {
        try {
            if (!entries.isMine(submission)) {
                entry.make();
            }
        } catch (Refusal refusal) {
            if (!entries.isMine(submission)) {
                throw refusal;
            }
        }
        files.done(given);
        return submission;
    }

    private interface Entry {
        void make() throws IOException;
    }
}
