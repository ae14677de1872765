package org.aimass.audit.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.registry.entity.ImagePreparation;

/**
 * What an auditor chose; not yet checked.
 *
 * @param policy its key, such as {@code public-benefits-1.0}
 * @param features the sensitive features to compare by
 * @param intersections groups formed by several of them at once
 * @param references by sensitive feature the comparison group; where there is none, the largest
 * @param positiveLabel which of the label's two values counts as positive; where there is none, "1" or else the later one by
 *     name
 * @param favorableLabel which value people hope for; where there is none, the positive one
 * @param threshold for scores; where there is none, 0.5
 * @param images how images are prepared; needed where the model takes some
 * @param options what only the task asks for, by its key, as text or as JSON has it; where there is none, what is usual
 * @param controls columns within whose values groups are compared too
 * @param measuring what measures beside the engine
 */
public record AuditChoice(
        UUID modelVersion,
        UUID datasetVersion,
        String policy,
        List<String> features,
        List<List<String>> intersections,
        Map<String, String> references,
        Optional<String> positiveLabel,
        Optional<String> favorableLabel,
        OptionalDouble threshold,
        Optional<ImagePreparation> images,
        Map<String, Object> options,
        List<String> controls,
        MeasuringChoice measuring) {

    /** A choice about a model that takes no images and asks for nothing of its own. */
    public AuditChoice(
            UUID modelVersion,
            UUID datasetVersion,
            String policy,
            List<String> features,
            List<List<String>> intersections,
            Map<String, String> references,
            Optional<String> positiveLabel,
            Optional<String> favorableLabel,
            OptionalDouble threshold) {
        this(
                modelVersion,
                datasetVersion,
                policy,
                features,
                intersections,
                references,
                positiveLabel,
                favorableLabel,
                threshold,
                Optional.empty(),
                Map.of(),
                List.of(),
                MeasuringChoice.NONE);
    }

    public AuditChoice {
        features = features.stream().distinct().toList();
        intersections = intersections.stream().map(List::copyOf).distinct().toList();
        references = Map.copyOf(references);
        options = Map.copyOf(options);
        controls = controls.stream().distinct().toList();
    }
}
