package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.control.ArtifactStore;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.control.KeepFile;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/**
 * Takes in a model, or a new version of one. A submission carries an id of its own, chosen when its form was opened: sent
 * twice, it is still one version. The file is on the disk before anything is written down; its inspection follows.
 */
@ApplicationScoped
@Allowed(Role.SUBMITTER)
public class RegisterModel {

    private static final String ROOM = "registry";
    private static final int MAX_LINE = 200;
    private static final int MAX_LABEL = 40;
    private static final int MAX_PROSE = 4_000;

    @Inject
    ModelEntries entries;

    @Inject
    KeepFile files;

    @Inject
    CurrentUser user;

    /**
     * Registers a model with its first version.
     *
     * @param file the ONNX file; empty for a closed model, whose answers datasets carry
     * @return the version's id, which is the submission's
     * @throws Refusal INVALID at the field that is wrong; CONFLICT at {@code name} when the organization has a model of this
     *     name; NOT_FOUND when the asker does not submit for this organization
     */
    public UUID register(UUID submission, UUID organizationId, ModelFacts facts, String label, Optional<GivenFile> file)
            throws IOException {
        user.demand(Role.SUBMITTER, organizationId);
        ModelFacts checked = new ModelFacts(
                RequiredText.line(facts.name(), MAX_LINE, ROOM, "name"),
                RequiredText.prose(facts.purpose(), MAX_PROSE, ROOM, "purpose"),
                facts.task(),
                facts.domain(),
                RequiredText.line(facts.licence(), MAX_LINE, ROOM, "licence"));
        String checkedLabel = RequiredText.line(label, MAX_LABEL, ROOM, "label");
        return once(submission, file, () -> {
            entries.demandNameIsFree(organizationId, checked.name());
            entries.addModel(submission, organizationId, checked, checkedLabel, store(file));
        });
    }

    /**
     * Adds a version to a model of an organization that the asker submits for.
     *
     * @throws Refusal as {@link #register}; CONFLICT at {@code label} when the model has a version of this name
     */
    public UUID addVersion(UUID submission, UUID modelId, String label, Optional<GivenFile> file) throws IOException {
        String checkedLabel = RequiredText.line(label, MAX_LABEL, ROOM, "label");
        entries.demandMaySubmit(modelId);
        return once(submission, file, () -> {
            entries.demandLabelIsFree(modelId, checkedLabel);
            entries.addVersion(submission, modelId, checkedLabel, store(file));
        });
    }

    private Optional<ModelVersion.ModelFile> store(Optional<GivenFile> file) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        ArtifactStore.Stored stored = files.keep(file.get(), UploadKind.MODEL);
        return Optional.of(new ModelVersion.ModelFile(stored.digest(), stored.bytes()));
    }

    /** When the same submission is faster on another thread, even between two steps of this one, its effect is the effect of both. */
    private UUID once(UUID submission, Optional<GivenFile> file, Entry entry) throws IOException {
        try {
            if (!entries.isMine(submission)) {
                entry.make();
            }
        } catch (Refusal refusal) {
            if (!entries.isMine(submission)) {
                throw refusal;
            }
        }
        file.ifPresent(files::done);
        return submission;
    }

    private interface Entry {
        void make() throws IOException;
    }
}
