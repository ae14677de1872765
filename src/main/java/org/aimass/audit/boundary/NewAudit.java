package org.aimass.audit.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.api.Given;
import org.aimass.audit.control.AuditChoice;
import org.aimass.audit.control.MeasuringChoice;
import org.aimass.audit.control.SoughtAnswer;
import org.aimass.registry.boundary.NewImages;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks to be audited, not yet checked.
 *
 * @param references by feature the comparison group; the largest where none is named
 * @param threshold for scores; 0.5 where none is given
 * @param images how images are prepared; needed where the model takes some
 * @param options what only the task asks for, by its key; what is usual where there is none
 * @param controls columns within whose values groups are compared too
 * @param evaluator the model version that measures what the audited one makes; needed where a file makes speech or images
 * @param speaker of speech synthesis, the one that compares its voice with a person's
 * @param sentiment of answers to prompts, the one that tells their sentiment
 * @param toxicLabel of what scores texts, the evaluator or an audited classifier, the label that counts, as its file writes it
 * @param toxicPlace the place of that answer among its numbers, from 0
 */
public record NewAudit(
        @Nullable UUID modelVersion,
        @Nullable UUID datasetVersion,
        @Nullable String policy,
        @Nullable List<String> features,
        @Nullable List<List<String>> intersections,
        @Nullable Map<String, String> references,
        @Nullable String positiveLabel,
        @Nullable String favorableLabel,
        @Nullable Double threshold,
        @Nullable NewImages images,
        @Nullable Map<String, Object> options,
        @Nullable List<String> controls,
        @Nullable UUID evaluator,
        @Nullable UUID speaker,
        @Nullable UUID sentiment,
        @Nullable String toxicLabel,
        @Nullable Integer toxicPlace) {

    AuditChoice choice() {
        return new AuditChoice(
                Given.required(modelVersion, "modelVersion"),
                Given.required(datasetVersion, "datasetVersion"),
                Given.required(policy, "policy"),
                Given.list(features, "features"),
                intersections == null
                        ? List.of()
                        : Given.list(intersections, "intersections").stream()
                                .map(columns -> Given.list(columns, "intersections"))
                                .toList(),
                references == null ? Map.of() : Given.map(references, "references"),
                Optional.ofNullable(positiveLabel),
                Optional.ofNullable(favorableLabel),
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
                Optional.ofNullable(images).map(NewImages::preparation),
                options == null ? Map.of() : Given.map(options, "options"),
                Given.list(controls, "controls"),
                new MeasuringChoice(
                        Optional.ofNullable(evaluator),
                        Optional.ofNullable(speaker),
                        Optional.ofNullable(sentiment),
                        new SoughtAnswer(
                                Optional.ofNullable(toxicLabel),
                                toxicPlace == null ? OptionalInt.empty() : OptionalInt.of(toxicPlace))));
    }
}
