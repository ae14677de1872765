package org.aimass.audit.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

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
        OptionalDouble threshold) {

    public AuditChoice {
        features = features.stream().distinct().toList();
        intersections = intersections.stream().map(List::copyOf).distinct().toList();
        references = Map.copyOf(references);
    }
}
