package org.aimass.registry.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Sha256Digest;

/**
 * A version of a model as the API shows it.
 *
 * @param refusal why the file cannot be used; the engine's own line, in English
 * @param settings how the model is fed
 * @param companions what lies beside its file
 * @param settingsProblems of a draft, the settings that do not fit its file
 * @param card what its organization says of it, by section
 * @param signature what the file takes and gives, once the engine has looked into it
 */
public record ModelVersionView(
        UUID id,
        UUID model,
        int number,
        String label,
        ModelStatus status,
        Optional<String> sha256,
        Optional<Long> bytes,
        Optional<String> refusal,
        Optional<SignatureView> signature,
        FeedView settings,
        List<CompanionView> companions,
        List<String> settingsProblems,
        Map<CardSection, String> card,
        String submittedBy,
        Instant submittedAt) {

    public record SignatureView(
            List<TensorView> inputs, List<TensorView> outputs, List<String> opsets, List<String> operators) {}

    public record TensorView(String name, String type, List<String> shape) {}

    /** A file beside the model's own. */
    public record CompanionView(CompanionKind kind, String name, String sha256, long bytes) {

        private static CompanionView of(Companion file) {
            return new CompanionView(file.kind(), file.name(), file.sha256().hex(), file.bytes());
        }
    }

    /** Nothing of a version that is registered: how it was fed then stays. */
    private static List<String> problems(ModelVersion version) {
        return version.isDraft()
                ? version.settingsProblems().stream()
                        .map(problem -> problem.field().orElse("settings"))
                        .toList()
                : List.of();
    }

    static ModelVersionView of(ModelVersion version) {
        return new ModelVersionView(
                version.id(),
                version.model().id(),
                version.number(),
                version.label(),
                version.status(),
                version.sha256().map(Sha256Digest::hex),
                version.bytes(),
                version.refusal(),
                version.signature().map(ModelVersionView::signature),
                FeedView.of(version.feed().settings()),
                version.feed().companions().stream().map(CompanionView::of).toList(),
                problems(version),
                version.card().texts(),
                version.submitterName(),
                version.submittedAt());
    }

    private static SignatureView signature(ModelSignature found) {
        return new SignatureView(tensors(found.inputs()), tensors(found.outputs()), found.opsets(), found.operators());
    }

    private static List<TensorView> tensors(List<ModelSignature.Tensor> tensors) {
        return tensors.stream()
                .map(tensor -> new TensorView(tensor.name(), tensor.type(), tensor.shape()))
                .toList();
    }
}
