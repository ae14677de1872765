package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.ColumnType;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.shared.Refusal;

/**
 * Which columns feed which inputs of a model: those of the same names, or, for a model of one input, all features in the file's
 * order (and, if it wants exactly as many more, the sensitive and control columns too). Where the dataset is an archive, the one
 * feature that names its files feeds the one input that takes images.
 */
record ModelInputs(Map<String, List<String>> columns) {

    private static final int DIMENSIONS_OF_IMAGES = 4;

    private static final List<ColumnRole> READABLE =
            List.of(ColumnRole.FEATURE, ColumnRole.SENSITIVE, ColumnRole.CONTROL);

    /** How many columns the model reads. */
    int count() {
        return columns.values().stream().mapToInt(List::size).sum();
    }

    /** @throws Refusal INVALID, at the dataset, where a column is missing or of the wrong type */
    static ModelInputs of(ModelSignature signature, DatasetVersion dataset) {
        List<String> missing = new ArrayList<>();
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (ModelSignature.Tensor input : signature.inputs()) {
            if (readable(dataset).contains(input.name())) {
                named.put(input.name(), List.of(input.name()));
            } else {
                missing.add(input.name());
            }
        }
        Map<String, List<String>> columns = missing.isEmpty()
                ? named
                : Map.of(oneInput(signature, missing).name(), inOrder(oneInput(signature, missing), dataset));
        signature.inputs().forEach(input -> checkTypes(input, columns.getOrDefault(input.name(), List.of()), dataset));
        return new ModelInputs(columns);
    }

    private static ModelSignature.Tensor oneInput(ModelSignature signature, List<String> missing) {
        if (signature.inputs().size() > 1) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "start.problem.columns", String.join(", ", missing))
                    .at("dataset");
        }
        return signature.inputs().get(0);
    }

    /** The input that the archive's images feed; empty where none does. */
    static Optional<ModelSignature.Tensor> ofImages(
            ModelSignature signature, Map<String, List<String>> columns, DatasetVersion dataset) {
        return signature.inputs().stream()
                .filter(ModelInputs::takesImages)
                .filter(input ->
                        columns.getOrDefault(input.name(), List.of()).stream().allMatch(dataset.profile()::isOfFiles))
                .findFirst();
    }

    /** The first input that takes images; empty where none does. */
    static Optional<ModelSignature.Tensor> ofImages(ModelSignature signature) {
        return signature.inputs().stream().filter(ModelInputs::takesImages).findFirst();
    }

    static boolean isText(ModelSignature.Tensor tensor) {
        return tensor.type().toLowerCase(Locale.ROOT).contains("string");
    }

    private static boolean takesImages(ModelSignature.Tensor input) {
        return input.shape().size() == DIMENSIONS_OF_IMAGES
                && input.type().toLowerCase(Locale.ROOT).contains("float");
    }

    private static List<String> inOrder(ModelSignature.Tensor input, DatasetVersion dataset) {
        List<String> features = dataset.schema().columns(ColumnRole.FEATURE);
        if (takesImages(input) && dataset.profile().archive().isPresent()) {
            List<String> naming =
                    features.stream().filter(dataset.profile()::isOfFiles).toList();
            if (naming.size() != 1) {
                throw Refusal.of(Refusal.Kind.INVALID, "audit", "start.problem.imageColumn", naming.size())
                        .at("dataset");
            }
            return naming;
        }
        List<String> readable = readable(dataset);
        Optional<Long> wanted = width(input);
        boolean fits = !features.isEmpty() && (wanted.isEmpty() || wanted.get() == features.size());
        boolean allFit = wanted.isPresent() && wanted.get() == readable.size();
        if (!fits && !allFit) {
            throw Refusal.of(
                            Refusal.Kind.INVALID,
                            "audit",
                            "start.problem.width",
                            wanted.map(Object::toString).orElse("?"),
                            features.size())
                    .at("dataset");
        }
        return fits ? features : readable;
    }

    /** How many values of a row the input takes; empty where its shape leaves that open. */
    static Optional<Long> width(ModelSignature.Tensor input) {
        long width = 1;
        for (String dimension : input.shape()
                .subList(Math.min(1, input.shape().size()), input.shape().size())) {
            if (!dimension.matches("[1-9][0-9]{0,8}")) {
                return Optional.empty();
            }
            width *= Long.parseLong(dimension);
        }
        return Optional.of(width);
    }

    private static void checkTypes(ModelSignature.Tensor input, List<String> columns, DatasetVersion dataset) {
        boolean numbers = !input.type().toLowerCase(Locale.ROOT).contains("string");
        for (String column : columns) {
            boolean text = dataset.profile()
                    .column(column)
                    .filter(profile -> profile.type() == ColumnType.TEXT)
                    .isPresent();
            boolean images = takesImages(input) && dataset.profile().isOfFiles(column);
            if (numbers && text && !images) {
                throw Refusal.of(Refusal.Kind.INVALID, "audit", "start.problem.type", column, input.name())
                        .at("dataset");
            }
        }
    }

    private static List<String> readable(DatasetVersion dataset) {
        return dataset.schema().roles().entrySet().stream()
                .filter(entry -> READABLE.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
