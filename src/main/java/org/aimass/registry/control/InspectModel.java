package org.aimass.registry.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.background.BackgroundTask;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.control.ArtifactStore;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionFacts;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Sha256Digest;

/** Has the engine look into a new model's file, and writes down what it takes and gives, or why it cannot be used. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class InspectModel implements BackgroundTask {

    static final String NAME = "registry.inspect";

    private static final String FILE = "model.onnx";
    private static final String TOKENS = "tokens.json";
    private static final long ANSWER_LIMIT = 16L << 20;
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final long MEMORY = 8L << 30;

    @Inject
    ModelVersions versions;

    @Inject
    ModelInspections inspections;

    @Inject
    ArtifactStore artifacts;

    @Inject
    SandboxedProcess processes;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String versionId) throws IOException, InterruptedException {
        ModelVersion version = versions.get(UUID.fromString(versionId));
        if (version.status() != ModelStatus.INSPECTING) {
            return;
        }
        Sha256Digest digest = version.sha256().orElseThrow();
        SandboxedProcess.Result result = processes.run(command(version, digest), line -> {}, () -> false);
        if (result.wasKilledFromOutside()) {
            throw new IOException(result.reason());
        }
        if (result.isDone()) {
            accept(version, digest, result);
        } else {
            inspections.refuse(version.id(), result.reason());
        }
    }

    private EngineCommand command(ModelVersion version, Sha256Digest digest) {
        List<String> words = new ArrayList<>(List.of("inspect", EngineCommand.place(FILE), "--tokens", TOKENS));
        Map<String, Path> inputs = new HashMap<>(Map.of(FILE, artifacts.path(digest)));
        for (Companion companion : version.feed().companions()) {
            String name = companion.kind().fileName();
            words.add("--" + companion.kind().word());
            words.add(EngineCommand.place(name));
            inputs.put(name, artifacts.path(companion.sha256()));
        }
        return new EngineCommand(
                words,
                inputs,
                Map.of(TOKENS, tokens(version.feed().settings())),
                Optional.empty(),
                ANSWER_LIMIT,
                DEADLINE,
                MEMORY);
    }

    /** What the files beside the model are to hold, as the engine is told. */
    private static String tokens(ModelSettings settings) {
        ObjectNode tokens = JsonNodeFactory.instance.objectNode();
        settings.audio().flatMap(ModelSettings.Audio::blank).ifPresent(blank -> tokens.put("blank", blank));
        settings.begin().ifPresent(begin -> tokens.put("begin", begin));
        settings.end().ifPresent(end -> tokens.put("end", end));
        return tokens.toString();
    }

    private void accept(ModelVersion version, Sha256Digest digest, SandboxedProcess.Result result) throws IOException {
        String answer = result.text();
        ModelSignature signature;
        try {
            signature = ModelSignature.parse(answer);
            CompanionFacts.parse(answer);
        } catch (IllegalArgumentException e) {
            inspections.refuse(version.id(), "the engine gave no usable answer");
            return;
        }
        if (!signature.sha256().equals(digest)) {
            throw new IOException("the stored file " + digest + " has changed");
        }
        inspections.accept(version.id(), answer, result.sandboxed());
    }

    @Override
    public void givenUp(String versionId, Throwable cause) {
        inspections.refuse(UUID.fromString(versionId), "the file could not be inspected; submit it again");
    }
}
