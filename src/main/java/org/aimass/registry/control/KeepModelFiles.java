package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.control.ArtifactStore.Stored;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.control.KeepFile;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion.ModelFile;
import org.aimass.registry.entity.SettingsPart;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/** Brings a version's files into the store: its model's, and what that needs beside it. */
@ApplicationScoped
@Allowed(Role.SUBMITTER)
public class KeepModelFiles {

    private static final int MAX_NAME = 300;

    @Inject
    ModelEntries entries;

    @Inject
    KeepFile files;

    /**
     * The files are in the store when this returns.
     *
     * @param earlier the model whose newest version gives what is not handed in; empty for a new model
     * @return empty for a closed model
     * @throws Refusal INVALID at the file's kind when the task needs it and nobody gave it, or the task knows none such; TOO_LARGE
     */
    public Optional<ModelFile> keep(GivenFiles given, ModelTask task, Optional<UUID> earlier) throws IOException {
        if (given.model().isEmpty()) {
            return Optional.empty();
        }
        Optional<CompanionKind> needed = SettingsPart.companion(task);
        for (CompanionKind kind : given.companions().keySet()) {
            if (needed.filter(kind::equals).isEmpty()) {
                throw refusal("feed.problem.unknown", kind);
            }
        }
        List<Companion> companions = new ArrayList<>();
        if (needed.isPresent()) {
            companions.add(companion(given.companions(), needed.get(), earlier));
        }
        Stored model = files.keep(given.model().get(), UploadKind.MODEL);
        return Optional.of(new ModelFile(model.digest(), model.bytes(), companions));
    }

    private Companion companion(Map<CompanionKind, GivenFile> given, CompanionKind kind, Optional<UUID> earlier)
            throws IOException {
        GivenFile file = given.get(kind);
        if (file == null) {
            return earlier.flatMap(model -> entries.lastCompanion(model, kind))
                    .orElseThrow(() -> refusal("field." + kind.word() + ".missing", kind));
        }
        try {
            String name = withoutFolders(files.name(file));
            Stored stored = files.keep(file, UploadKind.COMPANION);
            return new Companion(
                    kind,
                    name.isBlank() ? kind.word() : RequiredText.line(name, MAX_NAME, "registry", "file"),
                    stored.digest(),
                    stored.bytes());
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.NOT_FOUND ? refusal : refusal.at(kind.word());
        }
    }

    /** Some browsers and programs say where the file lay, too. */
    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** They were handed in: uploads are forgotten. */
    public void done(GivenFiles given) {
        given.all().forEach(files::done);
    }

    private static Refusal refusal(String key, CompanionKind kind) {
        return Refusal.of(Refusal.Kind.INVALID, "registry", key).at(kind.word());
    }
}
