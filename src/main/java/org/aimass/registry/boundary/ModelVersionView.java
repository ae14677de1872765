package org.aimass.registry.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Sha256Digest;

/**
 * A version of a model as the API shows it.
 *
 * @param refusal why the file cannot be used; the engine's own line, in English
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
        Map<CardSection, String> card,
        String submittedBy,
        Instant submittedAt) {

    public record SignatureView(
            List<TensorView> inputs, List<TensorView> outputs, List<String> opsets, List<String> operators) {}

    public record TensorView(String name, String type, List<String> shape) {}

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
